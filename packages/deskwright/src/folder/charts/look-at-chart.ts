import { chart, vegaLite } from '../../index.ts'
import { isObject } from '../../define/answers/object.ts'
import type { VegaLiteSpec } from '../../spec/types.ts'
import type { ProbeTools } from '../data/data-probe.ts'
import type { FolderFile } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { readJson } from '../json/read-json.ts'
import { inlineData } from './inline-data.ts'
import { toThemedFigure, toThemedSpec } from './themed.ts'

/** Shows a JSON document that is a chart, or gives nothing. */
export function lookAtChart(
  file: FolderFile,
  document: unknown,
  { files, wholeSize }: ProbeTools,
): Found[] | undefined {
  const read = async () => (await readJson(files, file.path, wholeSize)) as never
  if (isPlotly(document)) {
    const load = async (_: {}, { theme }: { theme: 'dark' | 'light' }) => toThemedFigure(await read(), theme)
    return [{ path: file.path, toWidget: ({ common }) => chart({ ...common, load }) }]
  }
  if (isVegaLite(document)) {
    const load = async (_: {}, { theme }: { theme: 'dark' | 'light' }) =>
      toThemedSpec((await inlineData(await read(), file.path, files)) as VegaLiteSpec, theme)
    return [{ path: file.path, toWidget: ({ common }) => vegaLite({ ...common, load }) }]
  }
  return undefined
}

/** Plotly's own files have traces in `data`; so do others, so something else of Plotly's has to be there. */
function isPlotly(document: unknown): boolean {
  if (!isObject(document) || !Array.isArray(document['data'])) return false
  const traces: readonly unknown[] = document['data']
  if (traces.length === 0 || !traces.every(isObject)) return false
  return (
    isObject(document['layout']) ||
    traces.every((trace) => typeof trace['type'] === 'string' && ('x' in trace || 'values' in trace || 'z' in trace))
  )
}

function isVegaLite(document: unknown): boolean {
  if (!isObject(document)) return false
  const { $schema: schema } = document
  if (typeof schema === 'string') return schema.includes('/vega-lite/')
  return 'mark' in document && 'encoding' in document
}
