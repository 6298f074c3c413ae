import type { Diagnostic } from '../index.ts'
import { toBroken } from './broken.ts'
import { isLarge } from './data/is-large.ts'
import type { DataProbe, ProbeTools } from './data/data-probe.ts'
import { toFileSource, toJoinedSource, type TableSource } from './data/table-source.ts'
import { toTableWidget } from './data/table-widget.ts'
import type { FolderFile } from './folder-files.ts'
import type { Found } from './found.ts'
import { groupBy } from './group-by.ts'
import { readSteadily } from './load-steadily.ts'
import { lookAtFile, toEnding } from './look-at-file.ts'

/** What a look at one file gave. It stays true until the file changes. */
export interface Sight {
  readonly file: FolderFile
  readonly found: readonly Found[]
  readonly probe?: DataProbe
  readonly finding?: Diagnostic
}

/** Looks at one file. What cannot be shown becomes a widget that says so. */
export async function toSight(file: FolderFile, tools: ProbeTools): Promise<Sight> {
  const look = () => lookAtFile(file, tools)
  const { signal } = new AbortController()
  try {
    const seen = await readSteadily(look, [file], tools.files, signal, 0)
    if (seen === undefined) return { file, found: [] }
    return 'reader' in seen ? { file, found: [], probe: seen } : { file, found: seen }
  } catch (error) {
    const { found, finding } = toBroken(file.path, error)
    return { file, found: [found], finding }
  }
}

/** Makes widgets of what was seen: a folder of like files is one table. */
export function toFound(sights: readonly Sight[], { files }: ProbeTools): Found[] {
  const folders = groupBy(sights, ({ file }) => toFolder(file.path))
  return [...folders].flatMap(([folder, members]) => {
    const probes = members.flatMap(({ probe }) => (probe === undefined ? [] : [probe]))
    const joined = isOneTable(members, probes)
    return [
      ...members.flatMap(({ found }) => found),
      ...(joined
        ? [toTable(folder || files.name, toJoinedSource(probes, files))]
        : probes.map((probe) => toTable(probe.file.path, toFileSource(probe, files)))),
    ]
  })
}

function toTable(path: string, source: TableSource): Found {
  const { parquet, rows, columns } = source
  return {
    path,
    source: source.source,
    ...(parquet !== undefined && isLarge(rows, columns.length) && { parquet }),
    toWidget: (tools) => toTableWidget(source, tools),
  }
}

const data: readonly string[] = ['csv', 'tsv', 'parquet', 'json', 'ndjson', 'jsonl']

/** Like files are of one format and one set of columns, and there is no other data beside them. */
function isOneTable(members: readonly Sight[], probes: readonly DataProbe[]): boolean {
  const [first, ...others] = probes
  const all = members.filter(({ file }) => data.includes(toEnding(file.path)))
  return (
    first !== undefined &&
    others.length > 0 &&
    all.length === probes.length &&
    others.every(({ likeness }) => likeness === first.likeness)
  )
}

/** The folder of a file; partitions (`year=2026`) belong to the folder above. */
function toFolder(path: string): string {
  const folders = path.split('/').slice(0, -1)
  const partition = folders.findIndex((name) => /^[^=]+=[^=]+$/.test(name))
  return (partition === -1 ? folders : folders.slice(0, partition)).join('/')
}
