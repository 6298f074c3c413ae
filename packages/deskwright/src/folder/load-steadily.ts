import { createJsonBody, isJsonBody } from '../define/json-body.ts'
import type { AnyWidget, Load } from '../define/widget.ts'
import { createRowSet, type RowSet } from '../index.ts'
import type { Gate } from '../sql/gate.ts'
import type { FolderFile, FolderFiles } from './folder-files.ts'

const patience = 2000 // milliseconds
const pauseLength = 50

/**
 * Reads files that may be written at the same time: when one changed meanwhile, or reading failed shortly after a change, it
 * reads again, for a few seconds. So readers see the old or the new content, whichever way it is written.
 */
export async function readSteadily<Value>(
  read: () => Promise<Value>,
  paths: readonly FolderFile[],
  files: FolderFiles,
  signal: AbortSignal,
  stillWritten = 1000,
): Promise<Value> {
  const deadline = files.now() + patience
  for (;;) {
    let before: Stamp | undefined
    try {
      before = await toStamp(paths, files)
      const value = await read()
      const after = await toStamp(paths, files)
      if (before.text === after.text || files.now() > deadline) return value
    } catch (error) {
      const after = await toStamp(paths, files).catch(() => undefined)
      const settled = before?.text === after?.text && files.now() - (after?.newest ?? Infinity) >= stillWritten
      if (settled || signal.aborted || files.now() > deadline) throw error
    }
    await files.pause(pauseLength)
  }
}

/** When files were written. */
interface Stamp {
  readonly text: string
  readonly newest: number
}

async function toStamp(paths: readonly FolderFile[], files: FolderFiles): Promise<Stamp> {
  const found = await Promise.all(paths.map(({ path }) => files.stat(path)))
  const newest = Math.max(...found.map(({ modified }) => modified))
  return { text: found.map(({ size, modified }) => `${size}@${modified}`).join(), newest }
}

/** What reading steadily needs. */
export interface SteadyReading {
  readonly paths: readonly FolderFile[]
  readonly files: FolderFiles
  readonly reads: Gate
}

/** Reads all rows of a query steadily, and hands on their text. */
export async function loadSteadily(query: () => RowSet, reading: SteadyReading, signal: AbortSignal): Promise<RowSet> {
  const pieces = await collectSteadily(() => query().json(signal), reading, signal)
  return createRowSet({
    json: async function* () {
      yield* pieces
    },
    rows: async () => JSON.parse(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).text()) as unknown[],
  })
}

/** Makes the answers of a server-side table steady. A block of its rows is small enough to be held. */
export function answerSteadily(widget: AnyWidget, reading: SteadyReading): AnyWidget {
  const load: Load = async (values, context, body) => {
    const answer = await widget.load?.(values, context, body)
    if (!isJsonBody(answer)) return answer
    return createJsonBody({
      ...answer,
      json: async function* (signal = context.signal) {
        yield* await collectSteadily(() => answer.json(signal), reading, signal)
      },
    })
  }
  return { ...widget, load }
}

async function collectSteadily(
  read: () => AsyncIterable<Uint8Array>,
  { paths, files, reads }: SteadyReading,
  signal: AbortSignal,
): Promise<Uint8Array[]> {
  return await readSteadily(() => reads.run(() => collect(read()), signal), paths, files, signal)
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const collected: Uint8Array[] = []
  for await (const piece of pieces) collected.push(piece)
  return collected
}
