import { diagnose } from '../../errors/diagnostic.ts'
import type { AcceptedWidget } from '../widgets/accepted-widget.ts'
import { type AcceptedWidgetTypeName, postWidgetTypes } from '../widgets/widget-types.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget, type WidgetEntry } from './walk.ts'

/** What a widget type needs as its answer. Types that are not listed ask for nothing, or for something of their own. */
const answers: Partial<Record<AcceptedWidgetTypeName, string>> = {
  table: 'rows',
  live_grid: 'rows',
  chart: 'a Plotly figure',
  'chart-highcharts': 'Highcharts options',
  'chart-vegalite': 'a Vega-Lite specification',
  metric: 'metrics',
  markdown: 'Markdown',
  newsfeed: 'articles',
  html: 'HTML',
  youtube: 'the URL of a video',
  pdf: 'a file',
  ssrm_table: 'a page of rows',
  multi_file_viewer: 'files',
  omni: 'an omni answer',
}

/** Widgets may share an endpoint, but not the same request for different answers. */
export const endpointShared: Rule = function* (documents) {
  const seen = new Map<string, WidgetEntry>()
  for (const entry of eachWidget(documents)) {
    const { id, widget, where } = entry
    const answer = answers[widget.type]
    if (answer === undefined || widget.endpoint === '') continue
    const request = toRequest(widget)
    const other = seen.get(request)
    const otherAnswer = other === undefined ? undefined : answers[other.widget.type]
    if (other === undefined) seen.set(request, entry)
    else if (otherAnswer !== undefined && otherAnswer !== answer) {
      const details = { endpoint: widget.endpoint, id, answer, otherId: other.id, otherAnswer }
      yield diagnose('warning', 'endpoint-shared', { where, path: 'endpoint' }, details)
    }
  }
}

/** Writes what the server sees of a request: equal texts cannot be told apart. */
function toRequest(widget: AcceptedWidget): string {
  const method = (postWidgetTypes as readonly string[]).includes(widget.type) ? 'POST' : 'GET'
  const path = widget.endpoint.replace(/(?<!:)\/{2,}/g, '/').replace(/^\/|\/$/g, '')
  const params = [...eachParam(widget)].filter(({ param }) => param.type !== 'form').map(({ param }) => param.paramName)
  return [method, path, widget.data?.dataKey ?? '', ...params.sort()].join(' ')
}
