import type { WorkerAnswer } from './markdown-worker.ts'

/** HTML that is not yet harmless, or why there is none: the end of a sentence that begins with the text. */
export type ParsedMarkdown = { readonly html: string } | { readonly failure: string }

/** Milliseconds. Some texts of a few kilobytes would take hours. */
const longest = 3000

let worker: Promise<Worker> | undefined
let last: Promise<unknown> = Promise.resolve()

/** Turns Markdown into HTML beside the page, one text after the other, so that no text can make the page wait. */
export function parseMarkdown(text: string): Promise<ParsedMarkdown> {
  const parsed = last.then(() => ask(text))
  last = parsed
  return parsed
}

async function ask(text: string): Promise<ParsedMarkdown> {
  worker ??= startWorker()
  const running = await worker
  return await new Promise((resolve) => {
    const timer = setTimeout(() => {
      running.terminate()
      worker = undefined
      resolve({ failure: 'takes too long to read as Markdown' })
    }, longest)
    running.addEventListener(
      'message',
      ({ data }: MessageEvent<WorkerAnswer>) => {
        clearTimeout(timer)
        if (!('ready' in data)) resolve(data)
      },
      { once: true },
    )
    running.postMessage(text, [])
  })
}

async function startWorker(): Promise<Worker> {
  const started = new Worker(new URL('./markdown-worker.ts', import.meta.url), { type: 'module' })
  await new Promise((resolve) => started.addEventListener('message', resolve, { once: true }))
  return started
}
