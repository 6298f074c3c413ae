import { DeskwrightError } from '../../index.ts'
import { isObject } from '../../define/answers/object.ts'
import { locateJsonError } from '../../spec/read/locate-json-error.ts'
import { lookAtChart } from '../charts/look-at-chart.ts'
import type { DataProbe, ProbeTools } from '../data/data-probe.ts'
import { toText } from '../documents/read-text.ts'
import type { FolderFile } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { readBeginning } from '../read-beginning.ts'
import { lookAtDocument } from './document-widget.ts'
import { probeJson } from './probe-json.ts'

/** Looks at a JSON file: rows, a chart, or some other document. */
export async function lookAtJson(file: FolderFile, tools: ProbeTools): Promise<Found[] | DataProbe> {
  const { files, wholeSize } = tools
  const { bytes, whole } = await readBeginning(files, file, wholeSize, 1024)
  const text = toText(bytes)
  if (!whole) return probeJson(file, text.trimStart().startsWith('[') ? 'array' : 'newline_delimited', tools)
  if (text.trim() === '') throw new DeskwrightError('folder-file-broken', { file: file.path, reason: 'it is empty' })
  const document = parse(text)
  if (document === undefined) {
    if (isNewlineDelimited(text)) return probeLines(file, text, tools)
    throw toSyntaxError(file.path, text)
  }
  if (Array.isArray(document) && document.length > 0 && document.every(isObject)) return probeJson(file, 'array', tools)
  return lookAtChart(file, document, tools) ?? lookAtDocument(file, document, tools)
}

/** Looks at a file of JSON objects, one on each line. */
export async function lookAtJsonLines(file: FolderFile, tools: ProbeTools): Promise<DataProbe> {
  const { bytes, whole } = await readBeginning(tools.files, file, tools.wholeSize, 1024)
  return whole ? probeLines(file, toText(bytes), tools) : probeJson(file, 'newline_delimited', tools)
}

/** DuckDB's count of the lines is one too high, and it takes some wrong lines for empty ones. */
async function probeLines(file: FolderFile, text: string, tools: ProbeTools): Promise<DataProbe> {
  if (text.trim() === '') throw new DeskwrightError('folder-file-broken', { file: file.path, reason: 'it is empty' })
  const lines = text.split('\n')
  const bad = lines.findIndex((line) => line.trim() !== '' && !isObject(parse(line)))
  if (bad === -1) return probeJson(file, 'newline_delimited', tools)
  const reason = `expected one JSON object, found ${JSON.stringify(lines[bad]!.trim().slice(0, 60))}`
  throw new DeskwrightError('folder-file-broken', { file: file.path, line: bad + 1, reason })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isNewlineDelimited(text: string): boolean {
  const [first = '', second = ''] = text.trimStart().split('\n', 2)
  return isObject(parse(first)) && (second.trim() === '' || isObject(parse(second)))
}

function toSyntaxError(file: string, text: string): DeskwrightError {
  const { offset, came, allowed, hint } = locateJsonError(text)
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  const reason = `found ${came} at column ${(lines.at(-1) ?? '').length + 1}, where ${allowed} may stand`
  return new DeskwrightError('folder-file-broken', { file, line: lines.length, reason, fix: hint })
}
