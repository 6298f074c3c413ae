import type { Diagnostic, Severity } from './diagnostic.ts'

const order: Record<Severity, number> = { error: 0, warning: 1, advice: 2 }

/** Paints a piece of a report; a terminal passes its own, a pipe none. */
export type Paint = (style: 'red' | 'yellow' | 'cyan' | 'bold' | 'dim', text: string) => string

const styles = { error: 'red', warning: 'yellow', advice: 'cyan' } as const
const plain: Paint = (_style, text) => text

/** Writes findings as one report for people: worst first, each with its place, its reason and its fix. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], paint: Paint = plain): string {
  return [...diagnostics]
    .sort((a, b) => order[a.severity] - order[b.severity])
    .map((finding) => renderDiagnostic(finding, paint))
    .join('\n')
}

function renderDiagnostic({ severity, code, where, path, message, hint }: Diagnostic, paint: Paint): string {
  const place = path === '' ? where : `${where} › ${path}`
  return [
    `${paint(styles[severity], severity.padEnd(7))} ${paint('bold', place)}  ${paint('dim', code)}`,
    `        ${message}`,
    `        ${paint('dim', 'fix:')} ${hint}`,
  ].join('\n')
}

/** Counts findings in words: `2 errors, 1 warning`. */
export function summarizeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning'] as const)
    .map((severity) => [severity, diagnostics.filter((finding) => finding.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? '' : 's'}`)
  return counts.length === 0 ? 'no problems' : counts.join(', ')
}
