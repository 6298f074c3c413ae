import { createFragment } from '../sql/fragment.ts'
import type { ViewSource } from '../sql/index.ts'
import type { Found } from './found.ts'
import { toViewNames } from './naming/view-names.ts'

/** Views of large Parquet files, by their ids, and of what SQL files mention: making one reads its file. */
export function toViews(found: readonly Found[]): Record<string, ViewSource> {
  const queries = found.map(({ sql = '' }) => sql.toLowerCase()).join('\n')
  const names = toViewNames(found)
  return Object.fromEntries(
    found.flatMap(({ source, parquet }, index) => {
      if (source === undefined) return []
      const mentioned = names[index]!.filter((name) => queries.includes(name.toLowerCase()))
      const views = mentioned.map((name): [string, ViewSource] => [name, createFragment([`select * from ${source}`])])
      return parquet === undefined ? views : [...views, [names[index]![0]!, parquet] as const]
    }),
  )
}
