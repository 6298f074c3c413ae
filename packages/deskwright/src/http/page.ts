import type { Manifest } from '../manifest/manifest.ts'
import { toJsonContent, type Content } from './content.ts'
import type { Handler } from './endpoint.ts'
import type { Settings } from './settings.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/**
 * Creates what answers the root: a page for people that says how to connect, facts for programs. A backend with
 * authentication tells only its name there.
 */
export function createPageHandler(manifest: Manifest, settings: Settings): Handler {
  const { basePath, auth } = settings
  const widgets = auth === undefined ? toWidgetRows(manifest) : []
  const documents = ['widgets.json', 'apps.json', 'agents.json'].map((name) => `${basePath}/${name}`)
  const facts = toJsonContent({ name: manifest.name, documents, ...(auth === undefined && { widgets }) })

  return (exchange) => {
    const wantsPage = exchange.request.headers.get('Accept')?.includes('text/html') ?? false
    if (!wantsPage) return exchange.reply(200, facts, { Vary: 'Accept' })
    const url = exchange.request.url.slice(0, exchange.request.url.indexOf(exchange.target.host))
    const page = toPage(manifest.name, `${url}${exchange.target.host}${basePath}`, widgets)
    return exchange.reply(200, page, { Vary: 'Accept', 'Content-Security-Policy': policy })
  }
}

interface WidgetRow {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly description: string
}

function toWidgetRows({ widgets }: Manifest): WidgetRow[] {
  return Object.entries(widgets).map(([id, widget]) => {
    const { name = id, type = 'table', description = '' } = widget as Partial<WidgetRow>
    return { id, name, type, description }
  })
}

function toPage(name: string, url: string, widgets: readonly WidgetRow[]): Content {
  const rows = widgets.map(
    (widget) =>
      `<tr><td><code>${toHtml(widget.id)}</code><td>${toHtml(widget.name)}<td>${toHtml(widget.type)}<td>${toHtml(widget.description)}`,
  )
  const table =
    rows.length === 0
      ? ''
      : `<h2>Widgets</h2><div><table><tr><th>Id<th>Name<th>Type<th>Description${rows.join('')}</table></div>`
  const body = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${toHtml(name)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
<main>
<h1>${toHtml(name)}</h1>
<p>A backend for OpenBB Workspace. To connect it, open <b>Connections</b> in Workspace, choose <b>Add</b>, give it a name
and enter this URL:</p>
<pre>${toHtml(url)}</pre>
<p>When the browser asks whether Workspace may reach your local network or apps on this device, allow it.</p>
${table}
</main>
</html>
`
  return { contentType: 'text/html; charset=utf-8', body }
}

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:3rem auto;max-width:60rem;padding:0 1.5rem}
pre,div{overflow-x:auto}pre{border:1px solid;border-radius:6px;padding:.75rem 1rem;user-select:all}
table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.4rem .75rem .4rem 0;text-align:left;vertical-align:top}`

function toHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
