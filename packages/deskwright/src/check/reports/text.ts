import type { Severity } from '../../errors/diagnostic.ts'
import type { Paint } from '../../errors/render.ts'
import type { Finding } from '../finding.ts'
import type { Report } from '../report.ts'
import { groupByWhere } from './group-by-where.ts'
import { toAddress } from './to-address.ts'

/** How to write a report for people. */
export interface TextOptions {
  /** Shows the lines around each finding, and how to mend it. */
  readonly verbose: boolean
  readonly paint: Paint
}

const styles = { error: 'red', warning: 'yellow', advice: 'cyan' } as const
/** More findings of one kind in one place are counted, not listed. */
const most = 5

/** Writes a report for people: by widget, worst first, one line each, and what Workspace will load at the end. */
export function renderText(report: Report, options: TextOptions): string {
  const { paint } = options
  const groups = groupByWhere(report.findings).map(({ where, findings }) =>
    [paint('bold', where), ...renderGroup(findings, options)].join('\n'),
  )
  return [...groups, renderSummary(report, paint)].join('\n\n')
}

function renderGroup(findings: readonly Finding[], options: TextOptions): string[] {
  if (options.verbose) return findings.map((finding) => renderVerbose(finding, options.paint))
  const lines: string[] = []
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const count = (counts.get(finding.code) ?? 0) + 1
    counts.set(finding.code, count)
    if (count <= most) lines.push(renderLine(finding, options.paint))
  }
  for (const [code, count] of counts) {
    if (count > most) lines.push(`           ${options.paint('dim', `and ${count - most} more  ${code}`)}`)
  }
  return lines
}

function renderLine(finding: Finding, paint: Paint): string {
  const { severity, path, message, code } = finding
  const place = path === '' ? '' : `${path}: `
  const rest = paint('dim', [code, toAddress(finding)].filter(Boolean).join('  '))
  return `  ${paint(styles[severity], severity.padEnd(7))}  ${place}${message}  ${rest}`
}

function renderVerbose(finding: Finding, paint: Paint): string {
  const { hint, place, loses, fix } = finding
  const shown = place?.range?.frame ?? (place === undefined ? '' : `${place.pointer}  ${place.excerpt}`)
  return [
    renderLine(finding, paint),
    ...(loses === 'nothing' ? [] : [`           ${paint('dim', 'costs:')} ${describeLoss(loses)}`]),
    `           ${paint('dim', 'fix:')} ${hint}${fix === undefined ? '' : ` ${paint('dim', '(--fix does it)')}`}`,
    ...(shown === '' ? [] : shown.split('\n').map((line) => `           ${line}`)),
  ].join('\n')
}

function describeLoss(loses: Finding['loses']): string {
  return loses.startsWith('all ') ? `${loses} of the backend` : `this ${loses}`
}

function renderSummary(report: Report, paint: Paint): string {
  const { errors, warnings, advice, findings, summary } = report
  const counts = (
    [
      ['error', errors],
      ['warning', warnings],
      ['advice', advice],
    ] as const
  )
    .filter(([, list]) => list.length > 0)
    .map(([severity, list]) => paint(styles[severity], toCount(severity, list.length)))
  const fixable = findings.filter(({ fix }) => fix !== undefined).length
  const words = counts.length === 0 ? 'no problems' : counts.join(', ')
  const hint = fixable === 0 ? '' : `; --fix mends ${fixable}`
  return `${paint('bold', report.subject)}: ${words}${hint}\n${paint('bold', summary)}`.trimEnd()
}

function toCount(severity: Severity, count: number): string {
  return severity === 'advice' ? `${count} advice` : `${count} ${severity}${count === 1 ? '' : 's'}`
}
