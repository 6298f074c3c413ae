import type { SilenceLimit } from './limit-silence.ts'
import { noteEnd, type RequestRecorder } from './request-recorder.ts'

/** Passes an answer on, and tells the recorder what comes by. The whole body is never held here. */
export function observeBody(response: Response, recorder: RequestRecorder, limit: SilenceLimit): Response {
  const { body, status, statusText, headers } = response
  if (body === null) {
    recorder.finish()
    return response
  }
  const reader = body.getReader()
  const observed = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await limit.hear(reader.read())
        if (done) {
          recorder.finish()
          return controller.close()
        }
        recorder.receive(value)
        controller.enqueue(value)
      } catch (error) {
        noteEnd(recorder, error, limit.signal)
        controller.error(error)
      }
    },
    cancel: async (reason) => {
      recorder.abort()
      await reader.cancel(reason)
    },
  })
  return new Response(observed, { status, statusText, headers })
}
