import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requirements } from './requirements.ts'
import type { Requirement } from './section.ts'

const folder = import.meta.dirname

const columns = ['Id', 'Requirement', 'Section', 'Verified by']

/** Finds which test file cites which requirement, by reading the test files. */
export function findCitations(): Map<string, string[]> {
  const citations = new Map<string, string[]>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.test.ts'))) {
    for (const [, id = ''] of readFileSync(join(folder, file), 'utf8').matchAll(/\brequirement\(\s*'([^']*)'/g)) {
      citations.set(id, [...(citations.get(id) ?? []), file])
    }
  }
  return citations
}

/** Writes the page of requirements: each with the test that verifies it. */
export function toPage(citations: ReadonlyMap<string, readonly string[]>): string {
  return (
    [
      '# Conformance',
      '<!-- Written from test/conformance with WRITE_DOCS=1; do not edit. -->',
      'What the protocol of OpenBB Workspace asks of a server, line by line. Every requirement is verified by a test that talks ' +
        'to a backend as Workspace does, through `.fetch` and over a socket.',
      `${requirements.length} requirements.`,
      ...['README', 'widgets-json', 'widget-data', 'apps-json'].flatMap((document) => {
        const entries = requirements.filter(({ source }) => source.startsWith(`${document} `))
        return [
          `## ${document}`,
          toTable(
            columns,
            entries.map((entry) => toRow(entry, citations)),
          ),
        ]
      }),
    ].join('\n\n') + '\n'
  )
}

function toRow({ id, text, source }: Requirement, citations: ReadonlyMap<string, readonly string[]>): string[] {
  const tests = (citations.get(id) ?? []).map(
    (file) => `[${file.replace('.test.ts', '')}](../test/conformance/${file})`,
  )
  return [id, text, source.slice(source.indexOf(' ') + 1), tests.join(', ')]
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const escape = (cell: string) => cell.replaceAll('|', '\\|').replaceAll('<', '\\<')
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.map(escape).join(' | ')} |`).join('\n')
}
