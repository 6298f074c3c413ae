import type { Diagnostic } from '../../index.ts'
import { readApps } from '../../spec/apps/read-apps.ts'
import { crossCheck } from '../../spec/cross-check/cross-check.ts'
import { readJson } from '../../spec/read/read-json.ts'
import type { WireApps, WireWidgets } from '../../spec/types.ts'

/** Where a folder says itself which apps it has. */
export const appsFile = 'apps.json'

/** What an apps file says. */
export interface AppsReading {
  /** Absent when Workspace would refuse it. */
  readonly apps?: WireApps
  readonly findings: readonly Diagnostic[]
}

/** Reads the apps of a folder as they were exported. */
export function readAppsFile(text: string): AppsReading {
  const { document: json, diagnostics: syntax } = readJson(text, appsFile)
  if (syntax.length > 0) return { findings: syntax.map(toWarning) }
  const { document: apps, diagnostics } = readApps(json)
  const refused = apps === undefined || diagnostics.some(({ severity }) => severity === 'error')
  return { ...(!refused && { apps }), findings: diagnostics.map(toWarning) }
}

/** Holds apps against the widgets they show. */
export function checkApps(apps: WireApps, widgets: WireWidgets): Diagnostic[] {
  const known = new Set(crossCheck({ widgets }).map(toKey))
  return crossCheck({ widgets, apps })
    .filter((finding) => !known.has(toKey(finding)))
    .map(toWarning)
}

/** One wrong file does not stop the folder. */
function toWarning(finding: Diagnostic): Diagnostic {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding
}

function toKey({ code, where, path, message }: Diagnostic): string {
  return JSON.stringify([code, where, path, message])
}
