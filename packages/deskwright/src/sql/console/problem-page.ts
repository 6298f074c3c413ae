import { toCodeBlock } from './code-block.ts'
import type { ConsoleProblem } from './console.ts'

/** Writes a problem as Markdown. What the query or the data say stands in a code block, so that it cannot become markup. */
export function toProblemPage({ title, details, hint }: ConsoleProblem): string {
  return [
    `**${title}**`,
    ...(details === undefined ? [] : [toCodeBlock(details)]),
    ...(hint === undefined ? [] : [hint]),
  ].join('\n\n')
}
