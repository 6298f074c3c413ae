import fc, { type GeneratorValue } from 'fast-check'
import { app, type App, type TabLayout } from '../define/app.ts'
import type { BackendOptions } from '../define/backend-options.ts'
import { column } from '../define/column.ts'
import type { ColumnOptions } from '../define/columns/column-options.ts'
import type { AnyColumn } from '../define/columns/column.ts'
import { group } from '../define/group.ts'
import type { AnyParam } from '../define/params/param.ts'
import { place, type Place } from '../define/place.ts'
import { prompt } from '../define/prompt.ts'
import type { AnyWidget } from '../define/widget.ts'
import { anyParams } from './param.fixture.ts'
import { factories, widgetOptions } from './widget.fixture.ts'

type Draw = GeneratorValue

/** Any backend that is put together without a mistake: every widget type, param type and column, shared and placed at will. */
export const definition: fc.Arbitrary<BackendOptions> = fc.gen().map((draw) => {
  const pool = anyParams(draw)
  const ids = draw(someIds)
  const drafts = ids.map((id) => {
    const taken = draw(fc.subarray, Object.keys(pool))
    return { id, params: withReferences(Object.fromEntries(taken.map((name) => [name, pool[name]!])), pool) }
  })
  const received = drafts.flatMap(({ params }) => Object.values(params)).filter(({ type }) => type !== 'form')
  const widgets = Object.fromEntries(
    drafts.map(({ id, params }, index) => [id, anyWidget(draw, `endpoint-${index}`, params, received)]),
  )
  const names = draw(someAppNames)
  const apps = names.map((name) => anyApp(draw, name, Object.values(widgets)))
  return { name: 'Generated', widgets, apps, [fc.toStringMethod]: () => JSON.stringify({ widgets }) }
})

const widgetIds = ['prices', 'Trades_2', 'a-b', 'constructor', 'toString', 'with space', 'ü/ß', '7', 'x']
const someIds = () => fc.uniqueArray(fc.constantFrom(...widgetIds), { minLength: 1, maxLength: 8 })
const someAppNames = () =>
  fc.uniqueArray(fc.constantFrom('Desk', 'Équité', 'Rates & FX', '2026', 'x'), { maxLength: 3 })
const someTabs = () =>
  fc.uniqueArray(fc.constantFrom('Overview', 'overview', 'Détails', '2026', '!', ''), { maxLength: 4 })
const someFields = () => fc.uniqueArray(fc.constantFrom('symbol', 'close', 'a b', 'constructor', 'ü'), { maxLength: 5 })

/** Dropdowns need the parameters that their options depend on. */
function withReferences(params: Record<string, AnyParam>, pool: Record<string, AnyParam>): Record<string, AnyParam> {
  const missing = Object.values(params)
    .flatMap((param) => Object.values((param as { optionsParams?: object }).optionsParams ?? {}))
    .flatMap((reference) => Object.entries(pool).filter(([, param]) => param === reference))
    .filter(([name]) => !Object.hasOwn(params, name))
  return missing.length === 0 ? params : withReferences({ ...params, ...Object.fromEntries(missing) }, pool)
}

function anyWidget(draw: Draw, endpoint: string, params: Record<string, AnyParam>, received: AnyParam[]): AnyWidget {
  const make = draw(fc.constantFrom, ...factories)
  const columns = anyColumns(draw, received)
  const inPath = Object.keys(params).filter((name) => params[name]?.type !== 'form' && /^\w+$/.test(name))
  const path = draw(fc.constantFrom, undefined, endpoint, ...inPath.map((name) => `${endpoint}/{${name}}/x`))
  const options = { ...draw(widgetOptions), ...(path !== undefined && { endpoint: path }), params }
  return make(options, columns, draw)
}

function anyColumns(draw: Draw, received: readonly AnyParam[]): Record<string, AnyColumn> {
  const fields = draw(someFields)
  return Object.fromEntries(fields.map((field) => [field, anyColumn(draw, received)]))
}

function anyColumn(draw: Draw, received: readonly AnyParam[]): AnyColumn {
  const kinds = ['text', 'number', 'integer', 'percent', 'normalizedPercent', 'date', 'boolean', 'object'] as const
  const options = draw(columnOptions)
  const click = draw(fc.constantFrom, 'none', 'agent', ...(received.length > 0 ? ['param', 'target'] : []))
  const param = received.length > 0 ? draw(fc.constantFrom, ...received) : undefined
  const action: ColumnOptions = {
    ...(click === 'agent' && { sendToAgent: { markdown: 'Why {symbol}?' } }),
    ...(click === 'param' && param && { sets: param }),
    ...(click === 'target' && param && { sets: { param, valueField: 'id', forceUpdate: true } }),
  }
  const kind = draw(fc.constantFrom, ...kinds, 'hoverCard', 'sparkline')
  if (kind === 'sparkline') return column.sparkline('Trend', { type: 'line', options: { strokeWidth: 1 }, ...action })
  return column[kind as (typeof kinds)[number] | 'hoverCard'](draw(fc.string), { ...options, ...action })
}

const columnOptions = (): fc.Arbitrary<ColumnOptions> =>
  fc.record<ColumnOptions, never>(
    {
      headerTooltip: fc.string(),
      align: fc.constantFrom('left', 'center', 'right'),
      width: fc.integer({ min: 1, max: 500 }),
      hide: fc.boolean(),
      pinned: fc.constantFrom('left', 'right'),
      rowGroup: fc.boolean(),
      aggFunc: fc.constantFrom('sum', 'avg'),
      sort: fc.constantFrom('asc', 'desc'),
      sortIndex: fc.nat(9),
      chartDataType: fc.constantFrom('category', 'series', 'time', 'excluded'),
      formatterFn: fc.constantFrom('int', 'none', 'dateToYear'),
      decimalPlaces: fc.constantFrom(0, 6),
      prefix: fc.string(),
      renderFn: fc.constantFrom<ColumnOptions['renderFn'] & {}>('greenRed', ['titleCase', 'showCellChange'], []),
      enableCellChangeWs: fc.boolean(),
      colorRules: fc.constantFrom<ColumnOptions['colorRules'] & {}>(
        [{ condition: 'gt', value: 1, color: 'green' }],
        [
          { condition: 'between', range: { min: 0, max: 1 }, color: '#ABC' },
          { condition: 'contains', value: 'x', color: '#AABBCC', fill: true },
        ],
      ),
      colorValueKey: fc.string(),
      hoverCard: fc.constantFrom({}, { title: 'T', markdown: '{a}' }),
    },
    { requiredKeys: [] },
  )

function anyApp(draw: Draw, name: string, widgets: readonly AnyWidget[]): App {
  const tabs = draw(someTabs)
  const placed = draw(fc.constantFrom, ...widgets)
  const shared = Object.values<AnyParam>(placed.params).filter(({ type }) => type !== 'form')
  const groups = draw(fc.boolean) ? shared.map((param) => group(param, { widgets: [placed] })) : undefined
  return app({
    name,
    tabs: Object.fromEntries(tabs.map((tab) => [tab, anyLayout(draw, widgets)])),
    prompts: ['Plain?', prompt`What of ${placed}?`],
    ...(groups && { groups }),
    ...draw(fc.constantFrom, {}, { img: '/x.svg', allowCustomization: false, selected_agent: 'helper' }),
  })
}

function anyLayout(draw: Draw, widgets: readonly AnyWidget[]): TabLayout {
  const entries = draw(fc.array, fc.constantFrom('row', 'widget', 'exact'), { maxLength: 4 })
  return entries.map((kind) => {
    if (kind === 'widget') return draw(fc.constantFrom, ...widgets)
    if (kind === 'exact') return exactPlace(draw, draw(fc.constantFrom, ...widgets))
    return draw(fc.array, fc.constantFrom(...widgets), { maxLength: 5 }).map((widget) => rowPlace(draw, widget))
  })
}

function rowPlace(draw: Draw, widget: AnyWidget): AnyWidget | Place {
  const options = draw(fc.constantFrom, undefined, {}, { w: 1 }, { w: 8, h: 5 }, { h: 20, minW: 2, static: true })
  return options === undefined ? widget : place(widget, { ...options, ...anyState(draw, widget) })
}

function exactPlace(draw: Draw, widget: AnyWidget): Place {
  const x = draw(fc.nat, 39)
  const w = draw(fc.integer, { min: 1, max: 40 - x })
  return place(widget, {
    x,
    y: draw(fc.nat, 50),
    w,
    h: draw(fc.integer, { min: 1, max: 30 }),
    ...anyState(draw, widget),
  })
}

function anyState(draw: Draw, widget: AnyWidget) {
  const names = draw(fc.subarray, Object.keys(widget.params))
  const params = Object.fromEntries(names.map((name) => [name, draw(fc.constantFrom, 'a', 'b')]))
  return draw(
    fc.constantFrom,
    {},
    { state: { params } },
    { state: { style: { radius: 4 }, chartView: { enabled: true } } },
  )
}
