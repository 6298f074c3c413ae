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

/** Gives the offset in the text of a character of the repaired JSON. */
export function toTextOffset(source: ReadSource, offset: number): number {
  return toTextSpan(source, offset).start
}

/** Gives the offset in the text behind the last character of a piece of the repaired JSON. */
export function toTextEnd(source: ReadSource, end: number): number {
  return toTextSpan(source, end - 1).end
}

/** Finds what a character of the repaired JSON was: a character of the text, or a whole piece that was repaired. */
function toTextSpan({ slips, hasMark }: ReadSource, offset: number): { readonly start: number; readonly end: number } {
  const first = hasMark ? 1 : 0
  let moved = 0
  for (const { repair } of slips) {
    if (repair === undefined || repair.offset + moved > offset) break
    if (offset < repair.offset + moved + repair.text.length) {
      return { start: first + repair.offset, end: first + repair.offset + repair.length }
    }
    moved += repair.text.length - repair.length
  }
  const start = first + offset - moved
  return { start, end: start + 1 }
}
