import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { toAppName } from '../names.ts'
import { startAt } from '../read/cursor.ts'
import { describeJson } from '../read/describe.ts'
import { isJsonObject } from '../read/reader.ts'
import type { Reading } from '../read/reading.ts'
import type { WireApp, WireApps } from './app.ts'
import { app } from './read-app.ts'

const shape = { allowed: 'an array of apps', example: '[{"name": …, "tabs": …}]' }

/**
 * Reads an `apps.json` (or `templates.json`) as Workspace does: errors are what it refuses, warnings what it ignores.
 * One bare app is read as an array of one; an empty object as no apps.
 */
export function readApps(json: unknown): Reading<WireApps> {
  const list = toList(json)
  const place = { where: 'apps.json' }
  if (list === undefined) {
    return { diagnostics: [diagnose('error', 'document-shape', place, { came: describeJson(json), ...shape })] }
  }
  const diagnostics: Diagnostic[] = []
  if (!Array.isArray(json)) {
    const came = list.length === 0 ? 'an empty object' : 'one bare app'
    diagnostics.push(diagnose('advice', 'document-shape', place, { came, ...shape }))
  }
  const document: WireApp[] = []
  list.forEach((entry, index) => {
    const read = app.read(entry, startAt(toName(entry, index), diagnostics))
    if (read !== undefined) document.push(read)
  })
  return { document, diagnostics }
}

function toList(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json
  if (!isJsonObject(json)) return undefined
  if (Object.keys(json).length === 0) return []
  return 'name' in json || 'tabs' in json ? [json] : undefined
}

function toName(entry: unknown, index: number): string {
  return isJsonObject(entry) && typeof entry['name'] === 'string' ? toAppName(entry['name']) : `app ${index + 1}`
}
