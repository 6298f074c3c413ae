import { readText } from '../documents/read-text.ts'
import type { FolderFile, FolderFiles } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { parseQueryFile } from './parse-query-file.ts'
import { toQueryWidget } from './query-widget.ts'

/** Looks at an SQL file: its header says what its query becomes. Throws `folder-file-broken`. */
export async function lookAtQuery({ path }: FolderFile, files: FolderFiles): Promise<Found[]> {
  const query = parseQueryFile(path, await readText(files, path))
  return [
    {
      path,
      sql: query.text,
      ...(query.name !== undefined && { title: query.name }),
      toWidget: (tools) => toQueryWidget(path, query, tools),
    },
  ]
}
