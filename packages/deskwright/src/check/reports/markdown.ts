import type { Report } from '../report.ts'
import { toAddress } from './to-address.ts'

/** Writes reports as Markdown, for comments and summaries. */
export function renderMarkdown(reports: readonly Report[]): string {
  return reports.map(renderReport).join('\n\n')
}

function renderReport({ subject, findings, errors, warnings, advice, summary }: Report): string {
  const head = `## ${escape(subject)}\n\n**${escape(summary)}**`
  if (findings.length === 0) return `${head}\n\nNo problems.`
  const rows = findings.map((finding) => {
    const { severity, code, where, path, message, hint } = finding
    const place = path === '' ? where : `${where} › ${path}`
    const cells = [severity, place, `${message} ${hint}`, `\`${code}\``, toAddress(finding)]
    return `| ${cells.map((cell, index) => (index === 3 ? cell : escape(cell))).join(' | ')} |`
  })
  return [
    head,
    '',
    `${errors.length} errors, ${warnings.length} warnings, ${advice.length} advice`,
    '',
    '| | Where | What, and what to do | Rule | Place |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function escape(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll(/[\\|<>*_`[\]]/g, (mark) => `\\${mark}`)
}
