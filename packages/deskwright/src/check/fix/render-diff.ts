import { createTwoFilesPatch } from 'diff'
import type { Source } from '../source.ts'

/** Shows how texts differ, as a patch. */
export function renderDiff(before: readonly Source[], after: readonly Source[]): string {
  return before
    .flatMap((source, index) => {
      const other = after[index]
      if (other === undefined || !('text' in source.content) || !('text' in other.content)) return []
      const [from, to] = [source.content.text, other.content.text]
      return from === to ? [] : [createTwoFilesPatch(source.name, source.name, from, to).replace(/^=+\n/, '').trimEnd()]
    })
    .join('\n')
}
