import type { App } from '../define/app.ts'
import type { Prompt } from '../define/prompt.ts'
import { diagnose } from '../errors/diagnostic.ts'
import { pick } from '../internal/pick.ts'
import { tabBarHeight } from '../spec/constants.ts'
import { toSlug } from '../spec/slug.ts'
import type { WireApp, WireTab } from '../spec/types.ts'
import type { Compilation } from './compilation.ts'
import { toGroups, type LinkedGroup } from './groups.ts'
import { toTabIds } from './tab-ids.ts'
import { toLayout, type PlacedItem } from './wire-layout.ts'
import { joinPath } from '../spec/read/cursor.ts'
import { toAppName } from '../spec/names.ts'

/** Writes one app as `apps.json` has it. */
export function toWireApp(app: App, compilation: Compilation): WireApp {
  const where = toAppName(app.name)
  const entries = Object.entries(app.tabs)
  const names = Object.keys(app.tabs)
  const ids = toTabIds(names)
  for (const name of names.length > 1 ? names.filter(isIndex) : []) {
    compilation.report(diagnose('advice', 'tab-order-lost', { where, path: joinPath('tabs', name) }, { name }))
  }
  const top = entries.length > 1 ? tabBarHeight : 0
  const tabs = entries.map(([name, layout], index) => ({
    id: ids[index] ?? name,
    name,
    placed: toLayout(layout, top, where, joinPath('tabs', name), compilation),
  }))
  const groups = toGroups(
    tabs.flatMap(({ placed }) => placed),
    app.groups,
    where,
    compilation,
  )
  return {
    name: app.name,
    description: app.description ?? app.name,
    img: toPicture('img', app, compilation),
    img_dark: toPicture('img_dark', app, compilation),
    img_light: toPicture('img_light', app, compilation),
    allowCustomization: app.allowCustomization ?? true,
    tabs: Object.fromEntries(tabs.map((tab) => [tab.id, toWireTab(tab, groups)])),
    groups: groups.map(({ wire }) => wire),
    prompts: (app.prompts ?? []).map((prompt, index) => toWirePrompt(prompt, where, `prompts[${index}]`, compilation)),
    ...pick(app, ['selected_agent', 'authentication', 'mcp_servers']),
  }
}

interface LaidTab {
  readonly id: string
  readonly name: string
  readonly placed: readonly PlacedItem[]
}

/** Whether JavaScript sorts a key before all others, whatever the order it was written in. */
function isIndex(key: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(key)
}

function toWireTab({ id, name, placed }: LaidTab, groups: readonly LinkedGroup[]): WireTab {
  const layout = placed.map((place) => {
    const joined = groups.filter(({ members }) => members.has(place))
    return { ...place.item, groups: joined.map(({ wire }) => wire.name) }
  })
  return { id, name, layout }
}

/** The address of a picture; a file of the backend is served. */
function toPicture(key: 'img' | 'img_dark' | 'img_light', app: App, { serve }: Compilation): string {
  const picture = app[key]
  if (picture === undefined || typeof picture === 'string') return picture ?? ''
  const path = ['assets', toSlug(app.name), key, picture.name].map(encodeURIComponent).join('/')
  const { contentType } = picture
  serve({
    path: `/${path}`,
    methods: ['GET'],
    where: `picture "${picture.name}"`,
    params: {},
    load: () => picture.load(),
    answer: {
      expects: 'bytes',
      check: (value) => (value instanceof Uint8Array ? undefined : 'it is not a Uint8Array'),
      format: 'bytes',
      contentType,
    },
    public: true,
  })
  return path
}

function toWirePrompt(prompt: string | Prompt, where: string, path: string, { ids, report }: Compilation): string {
  if (typeof prompt === 'string') return prompt
  return prompt.strings
    .map((text, index) => {
      const widget = prompt.widgets[index]
      if (widget === undefined) return text
      const id = ids.get(widget)
      if (id === undefined) {
        report(diagnose('error', 'place-not-registered', { where, path }, { name: widget.options.name }))
      }
      return `${text}@[id:${id ?? widget.options.name}]`
    })
    .join('')
}
