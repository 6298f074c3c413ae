import type { Finding } from '../finding.ts'
import type { Report } from '../report.ts'
import { groupByWhere } from './group-by-where.ts'
import { toAddress } from './to-address.ts'

/** Writes reports as JUnit XML: a suite for each backend, a case for each part with findings. Errors are failures. */
export function renderJunit(reports: readonly Report[]): string {
  const tests = reports.reduce((sum, report) => sum + listCases(report).length, 0)
  const failures = reports.reduce((sum, report) => sum + countFailures(report), 0)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="deskwright check" tests="${tests}" failures="${failures}">`,
    ...reports.map(renderSuite),
    '</testsuites>',
  ].join('\n')
}

interface Case {
  readonly where: string
  readonly findings: readonly Finding[]
}

/** A backend without findings is one case that passes. */
function listCases({ subject, findings }: Report): readonly Case[] {
  return findings.length === 0 ? [{ where: subject, findings: [] }] : groupByWhere(findings)
}

function countFailures(report: Report): number {
  return listCases(report).filter(({ findings }) => findings.some(({ severity }) => severity === 'error')).length
}

function renderSuite(report: Report): string {
  const cases = listCases(report)
  return [
    `  <testsuite name="${escape(report.subject)}" tests="${cases.length}" failures="${countFailures(report)}">`,
    ...cases.map(({ where, findings }) => renderCase(report.subject, where, findings)),
    `    <system-out>${escape(report.summary)}</system-out>`,
    '  </testsuite>',
  ].join('\n')
}

function renderCase(subject: string, where: string, findings: readonly Finding[]): string {
  const head = `    <testcase classname="${escape(subject)}" name="${escape(where)}"`
  if (findings.length === 0) return `${head}/>`
  const failures = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => {
      const { code, message } = finding
      return `      <failure type="${code}" message="${escape(message)}">${escape(toText(finding))}</failure>`
    })
  const others = findings.filter(({ severity }) => severity !== 'error').map(toText)
  const out = others.length === 0 ? [] : [`      <system-out>${escape(others.join('\n'))}</system-out>`]
  return [`${head}>`, ...failures, ...out, '    </testcase>'].join('\n')
}

function toText(finding: Finding): string {
  const { severity, path, message, hint } = finding
  return `${severity} ${path === '' ? '' : `${path}: `}${message} ${hint} ${toAddress(finding)}`.trim()
}

/** XML cannot hold most control characters in any form. */
function escape(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}
