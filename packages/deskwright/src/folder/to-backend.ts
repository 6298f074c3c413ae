import type { BackendOptions, Diagnostic } from '../index.ts'
import type { AnyWidget } from '../define/widget.ts'
import type { Backend } from '../http/backend.ts'
import { createBackend } from '../http/create-backend.ts'
import { createManifest } from '../manifest/create-manifest.ts'
import { createFragment } from '../sql/fragment.ts'
import { duckdb, type Database, type ViewSource } from '../sql/index.ts'
import { makeApp } from './apps/make-app.ts'
import { checkApps, type AppsReading } from './apps/read-apps-file.ts'
import { toBroken } from './broken.ts'
import type { FolderFiles } from './folder-files.ts'
import type { CommonOptions, Found } from './found.ts'
import { toTitle } from './naming/to-title.ts'
import { toViewNames } from './naming/view-names.ts'
import { toWidgetIds, withoutEnding } from './naming/widget-ids.ts'

/** A backend of a folder, and the database behind it. */
export interface FolderBackend {
  readonly backend: Backend
  readonly database: Database
}

/** What a folder was found to hold. */
export interface FolderContent {
  readonly found: readonly Found[]
  readonly findings: readonly Diagnostic[]
  /** What the folder says itself of its apps. */
  readonly apps: AppsReading | undefined
}

/** Makes a backend of what was found. */
export async function toBackend(
  content: FolderContent,
  files: FolderFiles,
  settings: Readonly<Record<string, string>>,
): Promise<FolderBackend> {
  const { findings, apps: given } = content
  const found = content.found.toSorted((a, b) => compare(a.path, b.path))
  const database = duckdb({ settings, views: toViews(found) })
  const ids = toWidgetIds(found)
  const shared = new Map()
  const broken: Diagnostic[] = []
  const make = async (one: Found, index: number): Promise<AnyWidget> => {
    const common = toCommon(one, files.name)
    try {
      return await one.toWidget({ database, files, shared, common, view: one.parquet && ids[index] })
    } catch (error) {
      const { toWidget, finding } = toBroken(one.path, error)
      broken.push(finding)
      return toWidget({ common })
    }
  }
  const widgets = await Promise.all(found.map(make))
  const title = toTitle(files.only === undefined ? files.name : withoutEnding(files.name))
  const placed = widgets.map((widget, index) => ({ widget, folder: toFolder(found[index]!.path) }))
  const options: BackendOptions = {
    name: title,
    widgets: Object.fromEntries(widgets.map((widget, index) => [ids[index]!, widget])),
    apps: widgets.length === 0 || given?.apps !== undefined ? [] : [makeApp(title, placed)],
  }
  const backend = createBackend(options, (definitions) => {
    const manifest = createManifest(definitions)
    const { apps = manifest.apps, findings: ofApps = [] } = given ?? {}
    const checked = given?.apps === undefined ? [] : checkApps(given.apps, manifest.widgets)
    return { ...manifest, apps, diagnostics: [...manifest.diagnostics, ...findings, ...broken, ...ofApps, ...checked] }
  })
  return { backend, database }
}

/** Views of large Parquet files, by their ids, and of what SQL files mention: making one reads its file. */
function toViews(found: readonly Found[]): Record<string, ViewSource> {
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

function toCommon({ path, part, title }: Found, folderName: string): CommonOptions {
  const [category, ...deeper] = path.split('/').slice(0, -1).map(toTitle)
  const name = title ?? toTitle(withoutEnding(path.slice(path.lastIndexOf('/') + 1)))
  return {
    name: part === undefined ? name : `${name}: ${toTitle(part)}`,
    category: category ?? toTitle(folderName),
    ...(deeper.length > 0 && { subCategory: deeper.join(' / ') }),
    source: [path],
  }
}

function toFolder(path: string): string {
  return path.split('/').slice(0, -1).join('/')
}

/** The folder's own files first, then folder by folder; the same in every language. */
function compare(a: string, b: string): number {
  const [folderA, folderB] = [toFolder(a), toFolder(b)]
  if (folderA !== folderB) return folderA < folderB ? -1 : 1
  return a < b ? -1 : 1
}
