import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { findNearest } from '../../internal/nearest.ts'
import type { WireGroup } from '../apps/group.ts'
import { isBuiltInLayoutId } from '../constants.ts'
import type { AcceptedWidget } from '../widgets/accepted-widget.ts'
import type { WireParam } from '../widgets/param.ts'
import type { Rule } from './documents.ts'
import { eachApp, eachColumn, eachParam, findWidget } from './walk.ts'

/** Pages that set parameters of their own accord. */
const pages: readonly string[] = ['iframe', 'html']

/** Members of a group exist, and have the group's parameter or set it by a click. */
export const groupMembers: Rule = function* (documents) {
  const ids = Object.keys(documents.widgets)
  for (const { app, where } of eachApp(documents)) {
    for (const [index, group] of app.groups.entries()) {
      if (group.paramName === undefined && group.type !== 'ticker') continue
      const sources = new Map<string, string>()
      for (const [position, id] of group.widgetIds.entries()) {
        const place = { where, path: `groups[${index}].widgetIds[${position}]` }
        const widget = findWidget(documents, id)
        if (widget === undefined) {
          if (isBuiltInLayoutId(id)) continue
          yield diagnose('warning', 'group-member-unknown', place, {
            id,
            group: group.name,
            nearest: findNearest(id, ids),
          })
          continue
        }
        const param = findParam(widget, group)
        if (param === undefined) {
          if (pages.includes(widget.type) || sendsByClick(widget, group)) continue
          const details = { id, group: group.name, param: group.paramName ?? 'a ticker' }
          yield diagnose('warning', 'group-member-param', place, details)
          continue
        }
        yield* checkType(group, id, param, place)
        if (group.type === 'endpointParam') sources.set(id, toOptionsSource(param))
      }
      yield* checkSources(group, sources, { where, path: `groups[${index}]` })
    }
  }
}

function findParam(widget: AcceptedWidget, { type, paramName }: WireGroup): WireParam | undefined {
  const params = [...eachParam(widget)].map(({ param }) => param)
  if (type === 'ticker' && paramName === undefined) return params.find((param) => param.type === 'ticker')
  return params.find((param) => param.paramName === paramName)
}

/** A group of tickers names no parameter: any click may be the one that sets it. */
function sendsByClick(widget: AcceptedWidget, { type, paramName }: WireGroup): boolean {
  const clicked = [...eachColumn(widget)].map(({ column }) => column.renderFnParams?.groupBy?.paramName)
  const anyName = type === 'ticker' && paramName === undefined
  return clicked.some((name) => name !== undefined && (anyName || name === paramName))
}

interface Place {
  readonly where: string
  readonly path: string
}

function* checkType(group: WireGroup, id: string, param: WireParam, place: Place): Iterable<Diagnostic> {
  const fits =
    group.type === 'endpointParam'
      ? param.type === 'endpoint'
      : group.type === 'ticker'
        ? param.type === 'ticker'
        : param.type !== 'endpoint' && param.type !== 'ticker' && param.type !== 'form'
  if (fits) return
  const right = param.type === 'endpoint' ? 'endpointParam' : param.type === 'ticker' ? 'ticker' : 'param'
  const details = { id, group: group.name, type: group.type, param: param.paramName, paramType: param.type, right }
  yield diagnose('warning', 'group-member-type', place, details)
}

function* checkSources(group: WireGroup, sources: ReadonlyMap<string, string>, place: Place): Iterable<Diagnostic> {
  if (new Set(sources.values()).size < 2) return
  const list = [...sources].map(([id, source]) => `${id}: ${source}`)
  yield diagnose('warning', 'group-member-source', place, { group: group.name, sources: list })
}

/** Names where an `endpoint` parameter's choices come from, as Workspace compares it: the last segment of the path. */
function toOptionsSource({ groupById, optionsEndpoint = '' }: WireParam): string {
  return (
    groupById ??
    optionsEndpoint
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ??
    ''
  )
}
