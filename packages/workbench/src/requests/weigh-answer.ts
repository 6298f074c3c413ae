import type { RenderProblem } from '../renderers/renderer.ts'

/** Characters and rows from which an answer is large. Workspace advises pages of rows from as many rows on. */
const large = { size: 20_000_000, rows: 200_000 }

/** Says of an answer that it is larger than a widget should load at once; nothing of usual ones. */
export function weighAnswer(size: number, data: unknown): RenderProblem | undefined {
  const rows = Array.isArray(data) ? data.length : 0
  if (size < large.size && rows < large.rows) return undefined
  const counted = rows === 0 ? '' : `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}, `
  return {
    severity: 'warning',
    message: `A large answer: ${counted}${(size / 1_000_000).toFixed(size < 10_000_000 ? 1 : 0)} million characters.`,
    hint:
      rows === 0
        ? 'Whoever opens this widget waits for all of it, and keeps it in memory: send less.'
        : 'Whoever opens this widget waits for all of it, and keeps it in memory. An ssrm_table asks for the rows that are looked at.',
  }
}
