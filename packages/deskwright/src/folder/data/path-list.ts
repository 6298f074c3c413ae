import { toTextLiteral } from '../../sql/duckdb/literal.ts'
import type { FolderFile, FolderFiles } from '../folder-files.ts'

/** Writes paths for DuckDB, which takes `*`, `?` and `[` for patterns: those stand for themselves here. */
export function toPathList({ root }: FolderFiles, files: readonly FolderFile[]): string {
  const paths = files.map(({ path }) => toTextLiteral(`${root}/${path}`.replaceAll(/[*?[]/g, '[$&]')))
  return paths.length === 1 ? paths[0]! : `[${paths.join(', ')}]`
}
