import { catalogue } from '../../errors/catalogue.ts'
import type { Severity } from '../../errors/diagnostic.ts'
import type { Finding } from '../finding.ts'
import type { Report } from '../report.ts'
import { isUrl } from './to-address.ts'

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' }

/** Writes reports as SARIF 2.1.0, which code scanners read. */
export function toSarif(reports: readonly Report[]): object {
  const findings = reports.flatMap((report) => report.findings)
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'deskwright check',
            rules: codes.map((id) => ({ id, shortDescription: { text: `${catalogue[id].title}.` } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => toResult(finding, codes.indexOf(finding.code))),
      },
    ],
  }
}

function toResult(finding: Finding, ruleIndex: number): object {
  const { code, severity, where, path, message, hint, place } = finding
  const name = path === '' ? where : `${where} › ${path}`
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: `${name}: ${message} ${hint}` },
    ...(place === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: toUri(place.source) },
                ...(place.range === undefined ? {} : { region: toRegion(place.range) }),
              },
              logicalLocations: [{ fullyQualifiedName: place.pointer === '' ? where : place.pointer }],
            },
          ],
        }),
  }
}

function toRegion({ line, column, endLine, endColumn, offset, length }: NonNullable<Finding['place']>['range'] & {}) {
  return { startLine: line, startColumn: column, endLine, endColumn, charOffset: offset, charLength: length }
}

function toUri(source: string): string {
  return isUrl(source) ? source : encodeURI(source.replaceAll('\\', '/').replace(/^\.\//, ''))
}
