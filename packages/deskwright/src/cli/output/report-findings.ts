import type { Diagnostic } from '../../errors/diagnostic.ts'
import { renderDiagnostics } from '../../errors/render.ts'
import type { Terminal } from './terminal.ts'

/** Makes a function that shows findings to people, each one once however often a backend is loaded. */
export function createFindingsReport({ json, paint, progress }: Terminal): (findings: readonly Diagnostic[]) => void {
  const shown = new Set<string>()
  return (findings) => {
    const fresh = findings.filter((finding) => !shown.has(toKey(finding)))
    for (const finding of fresh) shown.add(toKey(finding))
    if (fresh.length > 0 && !json) progress(renderDiagnostics(fresh, paint))
  }
}

function toKey({ code, where, path, message }: Diagnostic): string {
  return JSON.stringify([code, where, path, message])
}
