import { appsSchema, isBuiltInLayoutId, readApps, readJson, type WireApp } from 'deskwright/spec'
import { describe, expect, it } from 'vitest'
import { setItemState } from '../../packages/workbench/src/desk/change-items.ts'
import { type Desk, itemsOf } from '../../packages/workbench/src/desk/desk.ts'
import { exportApp } from '../../packages/workbench/src/desk/export-app.ts'
import { openApp } from '../../packages/workbench/src/desk/open-app.ts'
import { arrangeColumns } from '../../packages/workbench/src/renderers/grid/arrange-columns.ts'
import { readArrangement, writeArrangement } from '../../packages/workbench/src/renderers/grid/arrangement.ts'
import { hasShared, readShared } from '../conformance/shared.ts'

/** Apps that people exported from Workspace, with the states of their tables. */
function listExports(): readonly (readonly [string, WireApp])[] {
  if (!hasShared('corpus')) return []
  const files = readShared('corpus/INDEX.tsv')
    .trimEnd()
    .split('\n')
    .flatMap((line) => line.split('\t').filter((_, index) => index === 0))
    .filter((file) => /(?:apps|templates)[^/]*\.json$/.test(file))
  return files.flatMap((file) => {
    const apps = readApps(readJson(readShared(`corpus/${file}`), 'apps.json').document).document ?? []
    return apps
      .filter((app) => JSON.stringify(app).includes('"columnState"'))
      .map((app) => [`${app.name}, ${file}`, app])
  })
}

const exports = listExports()
let lastId = 0
const open = (app: WireApp): Desk => openApp(app, 'http://desk', () => `item-${(lastId += 1)}`)

describe.runIf(exports.length > 0)('an app that was exported from Workspace', () => {
  it.each(exports)('keeps the states of its tables, and takes another: %s', (_name, app) => {
    const desk = open(app)
    const kept = itemsOf(open(exportApp(desk, 'http://desk'))).map(({ widget, state }) => ({ widget, state }))
    expect(kept).toEqual(expect.arrayContaining(itemsOf(desk).map(({ widget, state }) => ({ widget, state }))))

    const sorted = { sort: { sortModel: [{ colId: 'date', sort: 'desc' }] } } as const
    const changed = itemsOf(desk).reduce((all, { id, widget, state: { columnState } }) => {
      const chartView = { enabled: true, chartType: 'pie' } as const
      const state = { columnState: writeArrangement(columnState, sorted), chartView }
      return isBuiltInLayoutId(widget) ? all : setItemState(all, id, state)
    }, desk)
    const exported = JSON.parse(JSON.stringify([exportApp(changed, 'http://desk')])) as WireApp[]
    expect(appsSchema.safeParse(exported).error?.issues ?? []).toEqual([])
    const again = itemsOf(open(exported[0]!)).filter(({ widget }) => !isBuiltInLayoutId(widget))
    expect(again.map(({ state }) => readArrangement(state.columnState).sort)).toEqual(again.map(() => sorted.sort))
  })

  it('says how its columns stand', () => {
    const states = exports.flatMap(([, app]) => itemsOf(open(app)).map(({ state }) => state.columnState))
    const pinned = states
      .map((state) => readArrangement(state))
      .find(({ columnPinning, columnOrder }) => columnPinning?.leftColIds.length === 1 && columnOrder !== undefined)
    const order = pinned?.columnOrder?.orderedColIds ?? []
    const columns = order.toReversed().map((field) => ({ field, headerName: field }))
    const arranged = arrangeColumns(columns, pinned ?? {})
    expect(arranged.map(({ field }) => field)).toEqual(order)
    expect(arranged.filter((column) => column.pinned === 'left').map(({ field }) => field)).toEqual(
      pinned?.columnPinning?.leftColIds,
    )
  })
})
