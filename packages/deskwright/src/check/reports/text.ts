import type { Severity } from '../../errors/diagnostic.ts'
import type { Paint } from '../../errors/render.ts'
import type { Finding } from '../finding.ts'
import { describeReach } from '../describe-reach.ts'
import type { Report } from '../report.ts'
import { groupByWhere } from './group-by-where.ts'
import { isUrl, toAddress } from './to-address.ts'
import { wrapText } from './wrap-text.ts'

/** How to write a report for people. */
export interface TextOptions {
  /** Shows the lines around each finding, and how to mend it. */
  readonly verbose: boolean
  readonly paint: Paint
  /** Characters of a line on the terminal of a person; without it each finding has one line. */
  readonly width?: number
}

const styles = { error: 'red', warning: 'yellow', advice: 'cyan' } as const
/** Stands before what belongs to the line above. */
const indent = ' '.repeat(11)
/** More findings of one kind in one place are counted, not listed. */
const most = 5

/** Writes a report for people: by widget, worst first, one line each, and what Workspace will load at the end. */
export function renderText(report: Report, options: TextOptions): string {
  const { paint } = options
  const base = `${report.subject}/`
  const toPlace = (finding: Finding) => {
    const address = toAddress(finding)
    return isUrl(base) && address.startsWith(base) ? address.slice(base.length) : address
  }
  const groups = groupByWhere(report.findings).map(({ where, findings }) =>
    [paint('bold', where), ...renderGroup(findings, toPlace, options)].join('\n'),
  )
  return [...groups, renderSummary(report, options)].join('\n\n')
}

/** Says where to look for a finding. */
type ToPlace = (finding: Finding) => string

function renderGroup(findings: readonly Finding[], toPlace: ToPlace, options: TextOptions): string[] {
  if (options.verbose) return findings.map((finding) => renderVerbose(finding, toPlace, options))
  const lines: string[] = []
  const counts = new Map<string, number>()
  for (const finding of findings) {
    const count = (counts.get(finding.code) ?? 0) + 1
    counts.set(finding.code, count)
    if (count > most) continue
    lines.push(renderLine(finding, toPlace, options))
    // What is in no document has to be mended elsewhere, and is seldom more than one thing.
    if (finding.severity === 'error' && finding.place === undefined) lines.push(renderHint(finding, options))
  }
  for (const [code, count] of counts) {
    if (count > most) lines.push(`${indent}${options.paint('dim', `and ${count - most} more  ${code}`)}`)
  }
  return lines
}

function renderLine(finding: Finding, toPlace: ToPlace, { paint, width }: TextOptions): string {
  const { severity, path, message, code } = finding
  const said = path === '' ? message : `${path}: ${message}`
  const rest = [code, toPlace(finding)].filter(Boolean).join('  ')
  const level = `  ${paint(styles[severity], severity.padEnd(7))}  `
  if (width === undefined) return `${level}${said}  ${paint('dim', rest)}`
  const lines = [...wrapText(said, width - indent.length)]
  const last = lines.at(-1) ?? ''
  const fits = indent.length + last.length + 2 + rest.length <= width
  const shown = fits ? [...lines.slice(0, -1), `${last}  ${paint('dim', rest)}`] : [...lines, paint('dim', rest)]
  return `${level}${shown.join(`\n${indent}`)}`
}

function renderVerbose(finding: Finding, toPlace: ToPlace, options: TextOptions): string {
  const { paint } = options
  const { place, loses } = finding
  const shown = place?.range?.frame ?? (place === undefined ? '' : `${place.pointer}  ${place.excerpt}`)
  return [
    renderLine(finding, toPlace, options),
    ...(loses === 'nothing' ? [] : [`${indent}${paint('dim', 'costs:')} ${describeLoss(loses)}`]),
    renderHint(finding, options),
    ...(shown === '' ? [] : shown.split('\n').map((line) => `${indent}${line}`)),
  ].join('\n')
}

function renderHint({ hint, fix }: Finding, { paint, width = Infinity }: TextOptions): string {
  const said = fix === undefined ? hint : `${hint} (--fix\u00A0does\u00A0it)`
  const lines = wrapText(said, width - indent.length - 5).join(`\n${indent}     `)
  return `${indent}${paint('dim', 'fix:')} ${lines.replaceAll('\u00A0', ' ')}`
}

function describeLoss(loses: Finding['loses']): string {
  return loses.startsWith('all ') ? `${loses} of the backend` : `this ${loses}`
}

function renderSummary(report: Report, { paint, width = Infinity }: TextOptions): string {
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
  const verdict = summary === '' ? [] : wrapText(summary, width).map((line) => paint('bold', line))
  const { widgets } = report.verdict
  const reach = widgets === undefined || widgets.missing ? undefined : describeReach(report.subject)
  const note = reach === undefined ? [] : wrapText(reach, width).map((line) => paint('dim', line))
  return [`${paint('bold', report.subject)}: ${words}${hint}`, ...verdict, ...note].join('\n')
}

function toCount(severity: Severity, count: number): string {
  return severity === 'advice' ? `${count} advice` : `${count} ${severity}${count === 1 ? '' : 's'}`
}
