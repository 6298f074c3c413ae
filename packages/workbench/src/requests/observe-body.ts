import type { RequestRecorder } from './request-log.ts'

/** Passes an answer on, and tells the recorder what comes by. The whole body is never held here. */
export function observeBody(response: Response, recorder: RequestRecorder): Response {
  const { body, status, statusText, headers } = response
  if (body === null) {
    recorder.finish()
    return response
  }
  const reader = body.getReader()
  const observed = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read()
        if (done) {
          recorder.finish()
          return controller.close()
        }
        recorder.receive(value)
        controller.enqueue(value)
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') recorder.abort()
        else recorder.fail(String(error instanceof Error ? error.message : error))
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
