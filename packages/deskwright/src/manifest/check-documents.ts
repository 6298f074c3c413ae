import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { appSchema } from '../spec/apps/app.ts'
import { crossCheck } from '../spec/cross-check/cross-check.ts'
import type { WireApp, WireWidgets } from '../spec/types.ts'
import { widgetSchema } from '../spec/widgets/widget.ts'
import { checkSchema } from './check-schema.ts'
import { toAppName, toWidgetName } from '../spec/names.ts'

/**
 * Holds what we are about to send against the exact contract, then against itself: what types let through, or plain
 * JavaScript wrote. Only what is sound by itself is held against the rest.
 */
export function checkDocuments(widgets: WireWidgets, apps: readonly WireApp[]): Diagnostic[] {
  const widgetFindings = Object.entries(widgets).map(([id, widget]) => check(widgetSchema, widget, toWidgetName(id)))
  const appFindings = apps.map((app) => check(appSchema, app, toAppName(app.name)))
  const soundWidgets = Object.entries(widgets).filter((_, index) => widgetFindings[index]?.length === 0)
  const allSound = soundWidgets.length === widgetFindings.length
  const soundApps = apps.filter((_, index) => allSound && appFindings[index]?.length === 0)
  return [
    ...widgetFindings.flat(),
    ...appFindings.flat(),
    ...crossCheck({ widgets: Object.fromEntries(soundWidgets), apps: soundApps }),
  ]
}

function check(schema: Parameters<typeof checkSchema>[0], value: unknown, where: string): Diagnostic[] {
  const findings = checkSchema(schema, value, where)
  if (findings.length > 0) return findings
  try {
    JSON.stringify(value)
    return []
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    const details = { problem: 'Expected what JSON can hold', received: `not: ${reason}` }
    return [diagnose('error', 'definition-invalid', { where }, details)]
  }
}
