import type { Report } from '../report.ts'
import { renderGithub } from './github.ts'
import { toJsonReport } from './json.ts'
import { renderJunit } from './junit.ts'
import { renderMarkdown } from './markdown.ts'
import type { ReportFormat } from './report-formats.ts'
import { toSarif } from './sarif.ts'
import { renderText, type TextOptions } from './text.ts'

/** Writes reports in one form. */
type Reporter = (reports: readonly Report[], options: TextOptions) => string

/** Writes reports in each form. */
export const reporters: Readonly<Record<ReportFormat, Reporter>> = {
  text: (reports, options) => reports.map((report) => renderText(report, options)).join('\n\n'),
  json: (reports) => JSON.stringify(toJsonReports(reports), undefined, 2),
  junit: renderJunit,
  sarif: (reports) => JSON.stringify(toSarif(reports), undefined, 2),
  github: renderGithub,
  markdown: renderMarkdown,
}

/** One report is one value, several are an array. */
export function toJsonReports(reports: readonly Report[]): object {
  const values = reports.map(toJsonReport)
  return values.length === 1 ? values[0]! : values
}
