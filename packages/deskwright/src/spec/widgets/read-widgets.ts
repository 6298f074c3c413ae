import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { fileSelector } from '../cross-check/file-selector.ts'
import { toWidgetName } from '../names.ts'
import { startAt } from '../read/cursor.ts'
import { describeJson } from '../read/describe.ts'
import { isJsonObject } from '../read/reader.ts'
import type { Reading } from '../read/reading.ts'
import type { AcceptedWidget, AcceptedWidgets } from './accepted-widget.ts'
import { widget } from './read-widget.ts'

const shape = { allowed: 'an object with the widget ids as keys', example: '{"my_widget": {"name": …}}' }

/**
 * Reads a `widgets.json` as Workspace does: errors are what it refuses, warnings what it ignores.
 * Every problem is reported, and everything that can be read is in the document.
 */
export function readWidgets(json: unknown): Reading<AcceptedWidgets> {
  const diagnostics: Diagnostic[] = []
  if (!isJsonObject(json) || isBareWidget(json)) {
    const came = isJsonObject(json) ? 'one bare widget' : describeJson(json)
    return { diagnostics: [diagnose('error', 'document-shape', { where: 'widgets.json' }, { came, ...shape })] }
  }
  const entries: [string, AcceptedWidget][] = []
  for (const [id, entry] of Object.entries(json)) {
    const read = widget.read(entry, startAt(toWidgetName(id), diagnostics))
    if (read !== undefined) entries.push([id, read])
  }
  const document: AcceptedWidgets = Object.fromEntries(entries)
  diagnostics.push(...fileSelector({ widgets: document, apps: [] }))
  return { document, diagnostics }
}

function isBareWidget(json: Readonly<Record<string, unknown>>): boolean {
  return ['name', 'endpoint'].some((key) => typeof json[key] === 'string' && Object.hasOwn(json, key))
}
