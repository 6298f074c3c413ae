import { toTextLiteral } from '../../sql/duckdb/literal.ts'
import type { FolderFile, FolderFiles } from '../folder-files.ts'

/** Writes the paths of files for a reader of DuckDB. */
export function toPathList(files: FolderFiles, members: readonly FolderFile[]): string {
  const paths = members.map(({ path }) => toTextLiteral(toPattern(files, path)))
  return paths.length === 1 ? paths[0]! : `[${paths.join(', ')}]`
}

/** DuckDB takes `*`, `?` and `[` for patterns: those stand for themselves here. */
export function toPattern({ root }: FolderFiles, path: string): string {
  return `${root}/${path}`.replaceAll(/[*?[]/g, '[$&]')
}
