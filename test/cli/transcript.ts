import type { Readable } from 'node:stream'

/** What a process has written to one of its streams. */
export interface Transcript {
  readonly text: string
  /** Resolves, now or later, to the first match. Rejects when the stream ends without one. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  /** Resolves when the pattern has matched so often. Rejects when the stream ends before. */
  untilCount(pattern: RegExp, count: number): Promise<void>
}

/** Listens to a stream of a process. */
export function createTranscript(stream: Readable): Transcript {
  let text = ''
  let isOver = false
  const waiting = new Set<() => void>()
  const tell = () => {
    for (const check of waiting) check()
  }
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    tell()
  })
  stream.on('close', () => {
    isOver = true
    tell()
  })

  const wait = <Found>(wanted: string, find: () => Found | undefined) =>
    new Promise<Found>((resolve, reject) => {
      const check = () => {
        const found = find()
        if (found === undefined && !isOver) return
        waiting.delete(check)
        if (found === undefined) reject(new Error(`The process ended without ${wanted}. It wrote:\n${text}`))
        else resolve(found)
      }
      waiting.add(check)
      check()
    })

  return {
    get text() {
      return text
    },
    until: (pattern) => wait(String(pattern), () => pattern.exec(text) ?? undefined),
    async untilCount(pattern, count) {
      const all = new RegExp(pattern, 'g')
      await wait(`${count} times ${pattern}`, () => ([...text.matchAll(all)].length >= count ? true : undefined))
    },
  }
}
