import type { BackendOptions, Diagnostic } from '../index.ts'
import type { AnyWidget } from '../define/widget.ts'
import type { Backend } from '../http/backend.ts'
import { createBackend } from '../http/create-backend.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { createManifest } from '../manifest/create-manifest.ts'
import { makeApp } from './apps/make-app.ts'
import { checkApps, type AppsReading } from './apps/read-apps-file.ts'
import { toBroken } from './broken.ts'
import type { CommonOptions } from './found.ts'
import { toTitle } from '../internal/to-title.ts'
import { toWidgetIds, withoutEnding, type Named } from './naming/widget-ids.ts'

/** Something to be shown. */
export interface Shown extends Named {
  /** A title of its own; otherwise it follows from the path. */
  readonly title?: string
}

/** What a backend is assembled of. */
export interface Assembly<Item extends Shown> {
  readonly title: string
  readonly items: readonly Item[]
  /** Makes the widget of an item. Fails with what keeps it from being shown. */
  readonly toWidget: (item: Item, common: CommonOptions, id: string) => Awaitable<AnyWidget>
  readonly findings: readonly Diagnostic[]
  /** What is said of the apps. Otherwise one is made. */
  readonly apps?: AppsReading | undefined
}

/** Makes a backend of items: a widget of each, and an app with a tab for each folder. What fails is a widget that says so. */
export async function assemble<Item extends Shown>(assembly: Assembly<Item>): Promise<Backend> {
  const { title, findings, apps: given } = assembly
  const items = assembly.items.toSorted((a, b) => compare(a.path, b.path))
  const ids = toWidgetIds(items)
  const broken: Diagnostic[] = []
  const make = async (item: Item, index: number): Promise<AnyWidget> => {
    const common = toCommon(item, title)
    try {
      return await assembly.toWidget(item, common, ids[index]!)
    } catch (error) {
      const { toWidget, finding } = toBroken(item.path, error)
      broken.push(finding)
      return toWidget({ common })
    }
  }
  const widgets = await Promise.all(items.map(make))
  const placed = widgets.map((widget, index) => ({ widget, folder: toFolder(items[index]!.path) }))
  const options: BackendOptions = {
    name: title,
    widgets: Object.fromEntries(widgets.map((widget, index) => [ids[index]!, widget])),
    apps: widgets.length === 0 || given?.apps !== undefined ? [] : [makeApp(title, placed)],
  }
  return createBackend(options, (definitions) => {
    const manifest = createManifest(definitions)
    const { apps = manifest.apps, findings: ofApps = [] } = given ?? {}
    const checked = given?.apps === undefined ? [] : checkApps(given.apps, manifest.widgets)
    return { ...manifest, apps, diagnostics: [...manifest.diagnostics, ...findings, ...broken, ...ofApps, ...checked] }
  })
}

function toCommon({ path, part, title }: Shown, backendTitle: string): CommonOptions {
  const [category, ...deeper] = path.split('/').slice(0, -1).map(toTitle)
  const name = title ?? toTitle(withoutEnding(path.slice(path.lastIndexOf('/') + 1)))
  return {
    name: part === undefined || title !== undefined ? name : `${name}: ${toTitle(part)}`,
    category: category ?? backendTitle,
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
