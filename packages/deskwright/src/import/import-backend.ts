import type { Diagnostic } from '../errors/diagnostic.ts'
import { toAppName, toWidgetName } from '../spec/names.ts'
import { type DocumentsReading } from '../spec/read-documents.ts'
import type { AcceptedWidgets } from '../spec/widgets/accepted-widget.ts'
import type { WireApps } from '../spec/types.ts'
import { createAddresses } from './addresses.ts'
import { type CodePart, print, quote, toComment, toObject } from './code.ts'
import { importApp, toGroupParam } from './import-app.ts'
import { importWidget, toFactoryName } from './import-widget.ts'
import { headNames, importNames, writeHead } from './module-head.ts'
import { createNames } from './names.ts'
import { createNotes } from './notes.ts'
import { createParamPool, type Declaration, type ParamPool, toMember } from './param-pool.ts'

/** What a backend was read into. */
export interface ImportedBackend {
  /** A TypeScript module that exports the backend. */
  readonly text: string
  /** What is said differently, and what is left out. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What an import has to know besides the documents. */
export interface ImportOptions {
  /** The backend's name. */
  readonly name: string
  /** Where the old backend answers. */
  readonly base: string
}

/** Writes a module that defines the same widgets and apps, and asks the old backend for the data. */
export function importBackend(reading: DocumentsReading, { name, base }: ImportOptions): ImportedBackend {
  const diagnostics: Diagnostic[] = []
  const report = (finding: Diagnostic) => void diagnostics.push(finding)
  const names = createNames([...headNames, ...importNames])
  const all = reading.widgets ?? {}
  const widgets = Object.fromEntries(Object.entries(all).filter(([, widget]) => toFactoryName(widget) !== undefined))
  const lost: string[] = []
  /** The readers report these already. */
  const toUnknown = (place: string): string[] =>
    reading.diagnostics
      .filter(({ code, where }) => code === 'key-unknown' && where === place)
      .map(({ path }) => `Left out: ${path} (Workspace does not know it)`)
  for (const [id, widget] of Object.entries(all)) {
    if (id in widgets) continue
    const notes = createNotes(toWidgetName(id), report)
    notes.leave('', widget, `a ${widget.type} cannot be defined`)
    lost.push(...notes.comments)
  }
  for (const [id, agent] of Object.entries(reading.agents ?? {})) {
    const notes = createNotes(`agent "${id}"`, report)
    notes.leave('', agent, 'agents stay where they are')
    lost.push(...notes.comments)
  }

  const ids = new Map(Object.keys(widgets).map((id) => [id, names.take(id)]))
  const addresses = createAddresses()
  const pool = createParamPool(widgets, findGrouped(reading.apps ?? []), { names, addresses, report })
  nameParams(widgets, reading.apps ?? [], pool)
  // Widgets come before parameters: their addresses are what is asked most.
  const verdicts = Object.entries(widgets).map(([id, widget]) =>
    addresses.takeWidget(id, widget, [...pool.of(id).keys()]),
  )
  const declarations = Object.entries(widgets).map(([id, widget], index): Declaration => {
    const notes = createNotes(toWidgetName(id), report)
    const code = importWidget(id, widget, { pool, verdict: verdicts[index]!, notes })
    return {
      name: ids.get(id) ?? id,
      code,
      comments: [...toUnknown(toWidgetName(id)), ...pool.leftOf(id), ...notes.comments],
    }
  })
  const apps = (reading.apps ?? []).map((app): Declaration => {
    const notes = createNotes(toAppName(app.name), report)
    const code = importApp(app, { widgets, pool, toWidget: (id) => ids.get(id), notes })
    const comments = [...toUnknown(toAppName(app.name)), ...notes.comments]
    return { name: names.take(`${app.name} app`), code, comments }
  })
  const registered: CodePart[] = [...ids].map(([id, value]) => ({ key: id, value }))
  const options = toObject({
    name: quote(name),
    widgets: { open: '{', parts: registered, close: '}' },
    apps: apps.length === 0 ? undefined : { open: '[', parts: apps.map((app) => ({ value: app.name })), close: ']' },
  })
  const body = [
    ...[...pool.declarations, ...declarations, ...apps].map(writeDeclaration),
    `${lost.map(toComment).join('')}export default ${print({ open: 'defineBackend(', parts: [{ value: options }], close: ')' }, 0, 15)}`,
  ].join('\n\n')
  return { text: `${writeHead(body, base)}\n\n${body}\n`, diagnostics }
}

function findGrouped(apps: WireApps): ReadonlySet<string> {
  const groups = apps.flatMap((app) => app.groups)
  return new Set(groups.flatMap(({ paramName, widgetIds }) => widgetIds.map((id) => toMember(id, paramName ?? ''))))
}

/** Marks the parameters that groups and clicks speak of. */
function nameParams(widgets: AcceptedWidgets, apps: WireApps, pool: ParamPool): void {
  for (const group of apps.flatMap(({ groups }) => groups)) {
    const param = toGroupParam(group, pool)
    if (param !== undefined) param.isNamed = true
  }
  for (const [id, { data }] of Object.entries(widgets)) {
    for (const { renderFnParams } of data?.table?.columnsDefs ?? []) {
      const name = renderFnParams?.groupBy?.paramName
      if (name === undefined) continue
      const own = pool.of(id).get(name)
      const param = own ?? pool.named(name)[0]
      if (param !== undefined) param.isNamed = true
      if (own !== undefined) own.isClicked = true
    }
  }
}

function writeDeclaration({ name, code, comments }: Declaration): string {
  const start = `const ${name} = `
  return `${comments.map(toComment).join('')}${start}${print(code, 0, start.length)}`
}
