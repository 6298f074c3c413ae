import { DeskwrightError, markdown, type Diagnostic } from '../index.ts'
import { diagnose } from '../errors/diagnostic.ts'
import type { AnyWidget } from '../define/widget.ts'
import type { Found, WidgetTools } from './found.ts'

/** What kept a file from being shown. */
export interface Failure {
  readonly file: string
  readonly line?: number | undefined
  readonly reason: string
  readonly fix?: string | undefined
}

/** What stands in for something that cannot be shown. */
export interface Broken {
  readonly found: Found
  readonly toWidget: (tools: Pick<WidgetTools, 'common'>) => AnyWidget
  readonly finding: Diagnostic
}

/** A widget that says what is wrong with a file, and the finding that names it at the start. */
export function toBroken(path: string, error: unknown): Broken {
  const where = `file "${path}"`
  const finding = isOwn(error)
    ? { ...diagnose('warning', 'folder-file-broken', { where }, { file: path, reason: '' }), ...toFacts(error) }
    : diagnose('warning', 'folder-file-broken', { where }, toFailure(path, error))
  const text = `**${escape(finding.message)}**\n\n${escape(finding.hint)}`
  const toWidget = ({ common }: Pick<WidgetTools, 'common'>) =>
    markdown({ ...common, description: finding.message, gridData: { w: 20, h: 6 }, load: () => text })
  return { found: { path, toWidget }, toWidget, finding }
}

function isOwn(error: unknown): error is DeskwrightError {
  return error instanceof DeskwrightError && error.code !== 'sql-failed'
}

function toFacts({ code, message, hint }: DeskwrightError) {
  return { code, message, hint }
}

/** Finds the line and the reason in DuckDB's words. */
function toFailure(file: string, error: unknown): Failure {
  const words = error instanceof Error ? error.message.replace(/^The query failed: /, '') : String(error)
  const [, line] = (file.endsWith('.sql') ? /^LINE (\d+)/m : /CSV Error on Line: (\d+)/).exec(words) ?? []
  const [, original = ''] = /Original Line: (.*)/.exec(words) ?? []
  const reason = csvReasons.map(([pattern, say]) => {
    const match = pattern.exec(words)
    return match === null ? undefined : say(match, original.trim().slice(0, 200))
  })
  return {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    reason: reason.find((found) => found !== undefined) ?? toFirstLine(words),
  }
}

/** The paths in DuckDB's words are those of this machine; the file is named already. */
function toFirstLine(words: string): string {
  return (words.split('\n', 1)[0] ?? '').replaceAll(/ (?:in file )?"\/[^"]*",?/g, '').replace(/[\s.]+$/, '')
}

const csvReasons: readonly (readonly [RegExp, (match: RegExpExecArray, original: string) => string])[] = [
  [
    /Expected Number of Columns: (\d+) Found: (\d+)/,
    ([, expected, found], original) =>
      `it has ${found} ${found === '1' ? 'field' : 'fields'} where the header has ${expected}: ${original}`,
  ],
  [/unterminated quote/, (_, original) => `a double quote is opened and never closed: ${original}`],
  [
    /Error when converting column "(.*?)"\. Could not convert string "(.*?)" to '(.*?)'/,
    ([, column, value, type]) => `column "${column}" holds "${value}" where the other rows have a ${type}`,
  ],
  [/byte sequence mismatch|not utf-8/i, () => 'its text is not UTF-8'],
]

/** Keeps what a message quotes from being read as Markdown. */
function escape(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]()#+!|<>~&]/g, String.raw`\$&`)
}
