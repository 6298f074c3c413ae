import { toHtml } from './to-html.ts'

/** What the worker answers: first that it runs, then one answer for each text. */
export type WorkerAnswer = { readonly ready: true } | { readonly html: string } | { readonly failure: string }

const send = (answer: WorkerAnswer): void => self.postMessage(answer, {})

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  try {
    send({ html: toHtml(data) })
  } catch (error) {
    send({ failure: error instanceof RangeError ? 'is nested too deeply' : 'cannot be read as Markdown' })
  }
})

send({ ready: true })
