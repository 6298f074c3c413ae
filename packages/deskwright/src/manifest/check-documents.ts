import type { ErrorCode } from '../errors/catalogue.ts'
import { diagnose, hasErrors, type Diagnostic } from '../errors/diagnostic.ts'
import { readDocuments } from '../spec/read-documents.ts'
import type { WireApp, WireWidgets } from '../spec/types.ts'

/**
 * Reads what we are about to send as Workspace would: what types let through, or plain JavaScript wrote, is found here. That
 * we send exactly what the contract says is held by tests, over generated definitions; schemas would slow every start. While
 * something is an error, nothing is said of what may only follow from it.
 */
export function checkDocuments(widgets: WireWidgets, apps: readonly WireApp[]): Diagnostic[] {
  const unwritable = [
    ...Object.entries(widgets).flatMap(([id, widget]) => findUnwritable(widget, `widget "${id}"`)),
    ...apps.flatMap((app) => findUnwritable(app, `app "${app.name}"`)),
  ]
  if (unwritable.length > 0) return unwritable
  const diagnostics = readDocuments({ widgets, apps }).diagnostics.map(toOurs)
  return hasErrors(diagnostics) ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics
}

/** What Workspace puts up with from others, and we do not send. */
const notSent: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['value-illegal', 'key-unknown', 'grid-size', 'omni-prompt'])

function toOurs(finding: Diagnostic): Diagnostic {
  return notSent.has(finding.code) ? { ...finding, severity: 'error' } : finding
}

function findUnwritable(value: unknown, where: string): Diagnostic[] {
  try {
    JSON.stringify(value)
    return []
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    const details = { problem: 'Expected what JSON can hold', received: `not: ${reason}` }
    return [diagnose('error', 'definition-invalid', { where }, details)]
  }
}
