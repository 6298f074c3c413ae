import { type JsonSlip, scanJson } from '../spec/read/scan-json.ts'
import type { Source } from './source.ts'

/** A source whose text was read as far as its sense is clear. */
export interface ReadSource extends Source {
  /** What was read; `undefined` when nothing could be. */
  readonly value: unknown
  /** The text as JSON, with every slip repaired. Absent when the source was no text, or cannot be read. */
  readonly json?: string
  /** Where the text is no JSON, in its order. */
  readonly slips: readonly JsonSlip[]
  /** Whether the text begins with a byte order mark. */
  readonly hasMark: boolean
}

/** Reads a source. Text that is no JSON is repaired where its sense is clear. */
export function readSource(source: Source): ReadSource {
  const { content } = source
  if (!('text' in content)) return { ...source, value: content.value, slips: [], hasMark: false }
  const hasMark = content.text.startsWith('\uFEFF')
  const text = hasMark ? content.text.slice(1) : content.text
  try {
    return { ...source, value: JSON.parse(text) as unknown, json: text, slips: [], hasMark }
  } catch {
    const slips = [...scanJson(text)]
    const json = slips.every(({ repair }) => repair !== undefined) ? applyRepairs(text, slips) : undefined
    const value = json === undefined ? undefined : (JSON.parse(json) as unknown)
    return { ...source, value, slips, hasMark, ...(json === undefined ? {} : { json }) }
  }
}

function applyRepairs(text: string, slips: readonly JsonSlip[]): string {
  let [json, end] = ['', 0]
  for (const { repair } of slips) {
    if (repair === undefined) continue
    json += text.slice(end, repair.offset) + repair.text
    end = repair.offset + repair.length
  }
  return json + text.slice(end)
}

/** Gives the offset in the text of an offset in the repaired JSON. */
export function toTextOffset({ slips, hasMark }: ReadSource, offset: number): number {
  let moved = 0
  for (const { repair } of slips) {
    if (repair === undefined || repair.offset + moved > offset) break
    const isInside = offset < repair.offset + moved + repair.text.length
    if (isInside) return repair.offset + (hasMark ? 1 : 0)
    moved += repair.text.length - repair.length
  }
  return offset - moved + (hasMark ? 1 : 0)
}
