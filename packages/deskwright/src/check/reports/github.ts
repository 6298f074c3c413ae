import type { Severity } from '../../errors/diagnostic.ts'
import type { Report } from '../report.ts'
import { isUrl, toAddress } from './to-address.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'notice' }

/** Writes reports as commands of GitHub Actions, which shows them beside the lines they are about. */
export function renderGithub(reports: readonly Report[]): string {
  return reports
    .flatMap(({ findings, subject, summary }) => [
      ...findings.map((finding) => {
        const { severity, code, where, path, message, hint, place } = finding
        const { range } = place ?? {}
        const isFile = place !== undefined && range !== undefined && !isUrl(place.source)
        const properties = {
          ...(isFile && { file: place.source.replaceAll('\\', '/').replace(/^\.\//, '') }),
          ...(isFile && { line: range.line, endLine: range.endLine, col: range.column, endColumn: range.endColumn }),
          title: `${code}: ${path === '' ? where : `${where} › ${path}`}`,
        }
        const text = isFile ? `${message} ${hint}` : `${message} ${hint} ${toAddress(finding)}`.trim()
        return `::${commands[severity]} ${toProperties(properties)}::${escape(text)}`
      }),
      `${subject}: ${summary}`,
    ])
    .join('\n')
}

function toProperties(properties: Readonly<Record<string, string | number>>): string {
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${escape(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
    .join(',')
}

function escape(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
