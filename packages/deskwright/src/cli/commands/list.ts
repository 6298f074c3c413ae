import { hasErrors } from '../../errors/diagnostic.ts'
import type { Invocation } from '../command.ts'
import { openEntry } from '../open-entry.ts'
import { createFindingsReport } from '../output/report-findings.ts'
import { toTable } from '../output/table.ts'

/** Lists the widgets and apps of a backend. Finds a problem when the backend has errors. */
export async function runList({ arguments: [entry = ''], terminal }: Invocation): Promise<number> {
  const { name, manifest } = await (await openEntry(entry)).load()
  const widgets = Object.entries(manifest.widgets).map(([id, widget]) => ({
    id,
    type: widget.type ?? 'table',
    path: widget.endpoint ?? '',
    params: (widget.params ?? [])
      .flat()
      .map(({ paramName }) => paramName)
      .filter((param) => param !== undefined),
  }))
  const apps = manifest.apps.map((app) => ({
    name: app.name,
    tabs: Object.values(app.tabs ?? {}).map((tab) => tab.name),
  }))

  const { paintResult, interactive } = terminal
  const tables = [
    toTable(
      ['id', 'type', 'path', 'params'],
      widgets.map(({ id, type, path, params }) => [id, type, path, params.join(' ')]),
      { aligned: interactive, paint: paintResult },
    ),
    toTable(
      ['app', 'tabs'],
      apps.map((app) => [app.name, app.tabs.join(', ')]),
      { aligned: interactive, paint: paintResult },
    ),
  ]
  terminal.result(tables.filter((table) => table !== '').join('\n\n'), {
    name,
    widgets,
    apps,
    diagnostics: manifest.diagnostics,
  })
  createFindingsReport(terminal)(manifest.diagnostics)
  return hasErrors(manifest.diagnostics) ? 1 : 0
}
