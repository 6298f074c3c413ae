import type { App, Picture } from '../define/app.ts'
import type { Prompt } from '../define/prompt.ts'
import { diagnose } from '../errors/diagnostic.ts'
import { pick } from '../internal/pick.ts'
import { tabBarHeight } from '../spec/constants.ts'
import type { WireApp, WireTab } from '../spec/types.ts'
import type { Compilation } from './compilation.ts'
import { toGroups, type LinkedGroup } from './groups.ts'
import { toSlug } from './slug.ts'
import { toLayout, type PlacedItem } from './wire-layout.ts'

/** Writes one app as `apps.json` has it. */
export function toWireApp(app: App, compilation: Compilation): WireApp {
  const where = `app "${app.name}"`
  const entries = Object.entries(app.tabs)
  const top = entries.length > 1 ? tabBarHeight : 0
  const tabs = entries.map(([name, layout]) => ({
    name,
    placed: toLayout(layout, top, where, `tabs.${name}`, compilation),
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
    img: toPicture(app.img, app, compilation),
    img_dark: toPicture(app.img_dark, app, compilation),
    img_light: toPicture(app.img_light, app, compilation),
    allowCustomization: app.allowCustomization ?? true,
    tabs: Object.fromEntries(tabs.map(({ name, placed }) => [toSlug(name), toWireTab(name, placed, groups)])),
    groups: groups.map(({ wire }) => wire),
    prompts: (app.prompts ?? []).map((prompt, index) => toWirePrompt(prompt, where, `prompts[${index}]`, compilation)),
    ...pick(app, ['selected_agent', 'authentication', 'mcp_servers']),
  }
}

function toWireTab(name: string, placed: readonly PlacedItem[], groups: readonly LinkedGroup[]): WireTab {
  const layout = placed.map(({ widget, item }) => {
    const joined = groups.filter(({ members }) => widget !== undefined && members.has(widget))
    return { ...item, groups: joined.map(({ wire }) => wire.name) }
  })
  return { id: toSlug(name), name, layout }
}

/** The address of a picture; a file of the backend is served. */
function toPicture(picture: Picture | undefined, app: App, { serve }: Compilation): string {
  if (picture === undefined || typeof picture === 'string') return picture ?? ''
  const path = `assets/${encodeURIComponent(toSlug(app.name))}/${encodeURIComponent(picture.name)}`
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
