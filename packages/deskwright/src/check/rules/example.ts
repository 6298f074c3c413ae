import type { ReceivedDocuments } from '../../spec/read-documents.ts'

/** A small backend that shows a rule. */
export interface Example {
  /** The part that matters, as the documentation shows it: a JSON value, or a text that is none. */
  readonly shown: unknown
  /** The whole backend; a document that is a text was never a value. */
  readonly documents: ReceivedDocuments
}

type Json = Readonly<Record<string, unknown>>

const symbol = { paramName: 'symbol', type: 'text', value: 'AAPL' }
const prices = { name: 'Prices', description: 'Prices of the day', type: 'table', endpoint: 'prices' }
const trades = { name: 'Trades', description: 'Trades of the day', type: 'table', endpoint: 'trades', params: [symbol] }
const linked = { prices: { ...prices, params: [symbol] }, trades }

/** Shows a widget by the keys that matter. A key that is `undefined` is left out of a sound widget. */
export function widget(part: Json): Example {
  return widgets({ prices: part })
}

/** Shows several widgets by the keys that matter, and what else of the backend matters. */
export function widgets(parts: Readonly<Record<string, Json>>): Example {
  const whole = Object.entries(parts).map(([id, part]) => [id, without({ ...prices, endpoint: id, ...part })])
  return { shown: without(parts), documents: { widgets: Object.fromEntries(whole) as unknown } }
}

/** Shows the parameters of a table. */
export function params(...list: readonly unknown[]): Example {
  return widget({ params: list })
}

/** Shows one column of a table. */
export function column(part: Json): Example {
  const whole = { field: 'symbol', headerName: 'Symbol', ...part }
  return { ...widget({ data: { table: { columnsDefs: [whole] } } }), shown: whole }
}

/** Shows an app by the keys that matter; it places `prices` and `trades`, which share the parameter `symbol`. */
export function app(part: Json, known: Json = linked): Example {
  return { shown: without(part), documents: { widgets: known, apps: [toApp(part)] } }
}

/** Shows the widgets of a tab. */
export function layout(...items: readonly unknown[]): Example {
  return { ...app({ tabs: { '': { id: '', name: '', layout: items } } }), shown: items }
}

/** Shows a group of `prices` and `trades`. */
export function group(part: Json, known: Json = linked): Example {
  const whole = { name: 'Group 1', type: 'param', paramName: 'symbol', widgetIds: ['prices', 'trades'], ...part }
  return { ...app({ groups: [without(whole)] }, known), shown: without(whole) }
}

/** Shows an agent by the keys that matter. */
export function agent(part: Json, id = 'desk-helper'): Example {
  const base = { name: 'Helper', description: 'Answers', endpoints: { query: '/query' }, features: { streaming: true } }
  return { shown: { [id]: without(part) }, documents: { agents: { [id]: without({ ...base, ...part }) } } }
}

/** Shows whole documents. */
export function documents(whole: ReceivedDocuments): Example {
  return { shown: whole, documents: whole }
}

/** Shows the text of a `widgets.json`. */
export function text(content: string): Example {
  return { shown: content, documents: { widgets: content } }
}

/** Makes a sound app, but for what is given. */
export function toApp(part: Json): Json {
  return without({
    name: 'Prices desk',
    allowCustomization: true,
    tabs: { '': { id: '', name: '', layout: [place('prices'), place('trades', 20)] } },
    groups: [],
    prompts: [],
    ...part,
  })
}

/** Places a widget. */
export function place(i: string, x = 0, more: Json = {}): Json {
  return { i, x, y: 0, w: 20, h: 10, ...more }
}

function without(part: Json): Json {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined))
}
