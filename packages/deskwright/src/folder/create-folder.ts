import type { Diagnostic } from '../index.ts'
import { diagnose } from '../errors/diagnostic.ts'
import type { Backend } from '../http/backend.ts'
import { createGate } from '../sql/gate.ts'
import { duckdb, type Database } from '../sql/index.ts'
import { assemble } from './assemble.ts'
import { appsFile, readAppsFile } from './apps/read-apps-file.ts'
import type { ProbeTools } from './data/data-probe.ts'
import { toPattern } from './data/path-list.ts'
import { readText } from './documents/read-text.ts'
import { toFound, toSight, type Sight } from './find-widgets.ts'
import type { FolderFile, FolderFiles, FolderListing } from './folder-files.ts'
import type { Found } from './found.ts'
import { knownEndings } from './look-at-file.ts'
import { toTitle } from '../internal/to-title.ts'
import { withoutEnding } from './naming/widget-ids.ts'
import { toViews } from './to-views.ts'

/** A folder that is served as it is. */
export interface Folder {
  /** Makes a backend of what the folder holds now. What has not changed since the last time is not read again. */
  load(): Promise<Backend>
}

/** How a folder is read. */
export interface FolderOptions {
  readonly files: FolderFiles
  /** DuckDB's settings. */
  readonly settings?: Readonly<Record<string, string>>
}

const wholeSize = 16 * 1024 * 1024

/** Every file that is being read takes memory, so few are at the same time. */
const atOnce = 4

/** Creates what turns a folder into a backend, again and again. */
export function createFolder({ files, settings: given = {} }: FolderOptions): Folder {
  const looks = createGate(atOnce)
  const reads = createGate(atOnce)
  let known: ReadonlyMap<string, Sight> = new Map()
  let served: Database | undefined
  let retired: readonly Database[] = []

  return {
    async load() {
      const listing = await files.list()
      const settings = { ...given, ...toConfinement(listing, files) }
      const tools: ProbeTools = { files, wholeSize, settings, database: duckdb({ settings }) }
      const data = listing.files.filter(({ path }) => path !== appsFile)
      const sights = await Promise.all(data.map((file) => looks.run(() => look(file, tools))))
      await tools.database.close()
      const gone = [...known.values()].filter((sight) => !sights.includes(sight)).flatMap(toDatabases)
      known = new Map(sights.map((sight) => [sight.file.path, sight]))
      const apps = data.length < listing.files.length ? readAppsFile(await readText(files, appsFile)) : undefined
      const items = toFound(sights, tools)
      const left = toFindings(listing, items.length === 0, files)
      const findings = [...left, ...sights.flatMap(({ finding }) => finding ?? [])]
      const database = duckdb({ settings, views: toViews(items) })
      const shared = new Map()
      const title = toTitle(files.only === undefined ? files.name : withoutEnding(files.name))
      const backend = await assemble<Found>({
        title,
        items,
        findings,
        apps,
        toWidget: (found, common, id) =>
          found.toWidget({ database, files, reads, shared, common, view: found.parquet && id }),
      })
      for (const old of retired) await old.close() // the requests that began on them are long answered
      retired = [...gone, ...(served === undefined ? [] : [served])]
      served = database
      return backend
    },
  }

  async function look(file: FolderFile, tools: ProbeTools): Promise<Sight> {
    const last = known.get(file.path)
    const same = last?.file.size === file.size && last.file.modified === file.modified
    return same ? last : await toSight(file, tools)
  }
}

function toDatabases({ found }: Sight): Database[] {
  return [...new Set(found.flatMap(({ database }) => database ?? []))]
}

/** DuckDB reads the files of the folder and nothing else. A query cannot change that: only what reads is run. */
function toConfinement(listing: FolderListing, files: FolderFiles): Readonly<Record<string, string>> {
  const paths = listing.files.flatMap(({ path }) => [`${files.root}/${path}`, toPattern(files, path)])
  return {
    allowed_paths: JSON.stringify([...new Set(paths)]),
    allowed_directories: JSON.stringify([files.temporary]),
    enable_external_access: 'false',
  }
}

function toFindings({ skipped }: FolderListing, isEmpty: boolean, { name, root, only }: FolderFiles): Diagnostic[] {
  const left = skipped.map(({ path, reason }) =>
    diagnose('warning', 'folder-path-skipped', { where: `path "${path}"` }, { path, reason }),
  )
  if (!isEmpty) return left
  const endings = knownEndings.map((ending) => `.${ending}`).join(', ')
  const folder = only === undefined ? root : `${root}/${only}`
  return [...left, diagnose('warning', 'folder-empty', { where: `folder "${name}"` }, { folder, endings })]
}
