import type { ConsoleLimits, ConsoleResult } from './console.ts'
import { toProblemPage } from './problem-page.ts'

const format = (kind: 'text' | 'table') => ({ data_type: 'object', parse_as: kind })

/** Writes Markdown as an omni answer. */
export function toTextAnswer(content: string): string {
  return JSON.stringify({ content, data_format: format('text'), citable: false, extra_citations: [] })
}

/** Writes how a query ended as an omni answer. Rows stay the text that the engine wrote; a note says when there are more. */
export function toAnswer(result: ConsoleResult, widget: string, limits: ConsoleLimits): string {
  if ('problem' in result) return toTextAnswer(toProblemPage(result.problem))
  const rest = JSON.stringify({
    data_format: format('table'),
    citable: false,
    extra_citations: result.cut ? [toCutNote(widget, limits)] : [],
  })
  return `{"content":${result.rows},${rest.slice(1)}`
}

/** A table has no room for words, so the note is a citation: Workspace shows its details as keys and values. */
function toCutNote(name: string, { rows }: ConsoleLimits) {
  const shown = `the first ${rows.toLocaleString('en')}`
  return {
    source_info: { type: 'widget', name, description: `Only ${shown} rows are shown; the query has more.` },
    details: [
      {
        Rows: `${shown}; the query has more`,
        'To see others': 'add conditions, an aggregate, or ORDER BY … LIMIT … OFFSET …',
      },
    ],
  }
}
