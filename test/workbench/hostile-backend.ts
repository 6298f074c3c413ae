import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A backend that means harm, or knows no measure. Each tab of its app has one hostile widget beside a calm one. */
export interface HostileBackend {
  readonly url: string
  /** Path and query of what was asked, in order. */
  readonly asked: readonly string[]
  close(): void
}

const script = '<script>window.hurt = 1</script><img src="x" onerror="window.hurt = 2">'
const link = 'javascript:window.hurt=3'
const picture = `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="window.hurt=4"><script>parent.hurt = 5</script><rect width="40" height="20" fill="teal"/></svg>`)}`

const text = `# Hostile text

${script}

[a link](${link}) <a href="${link}">another link</a> ![A picture](${picture})

<svg onload="window.hurt = 6"><script>window.hurt = 7</script><a href="${link}"><text y="20">a third link</text></a></svg>
`

const card = { hoverCard: { title: script, markdown: `${script} {note} [in the card](${link})` } }
const columnsDefs = [
  { field: 'name', headerName: `Name${script}`, headerTooltip: script },
  { field: 'card', headerName: 'Card', renderFn: 'hoverCard', renderFnParams: card },
  { field: 'link', headerName: 'Link' },
]
const rows = [{ name: `Row${script}`, card: { value: `Card${script}`, note: script }, link, [script]: script }]

const page = `<h1>Sent page</h1><svg onload="top.hurt = 8"></svg><a href="javascript:top.hurt=9">click</a><script>
  for (const attempt of [() => top.hurt = 10, () => top.location = 'https://evil.example/', () => parent.document.body.remove()]) {
    try { attempt() } catch {}
  }
  document.body.append('tried everything')
</script>`

const thief = `<!doctype html><h1>Framed page</h1><a href="https://evil.example/link" target="_top">leave</a><script>
  for (const attempt of [() => top.location = 'https://evil.example/', () => parent.location.replace('https://evil.example/'),
    () => open('https://evil.example/', '_top'), () => top.location.href = '${link}', () => document.querySelector('a').click()]) {
    try { attempt() } catch {}
  }
  document.body.append('tried everything')
</script>`

const many = 1_000_000
const wave = () =>
  Array.from({ length: many }, (_, index) => Math.round(Math.sin(index / 40_000) * 1000 + (index % 90)))
const order = () => Array.from({ length: many }, (_, index) => index)
const toFigure = (trace: object) => ({ data: [{ x: order(), y: wave(), ...trace }], layout: { dragmode: 'pan' } })
const square = () => Array.from({ length: 1000 }, (_, row) => Array.from({ length: 1000 }, (_, column) => row ^ column))

const wide = Array.from({ length: 50 }, (_, index) => `c${index}`)
const toWideRow = (row: number) => `{${wide.map((name, index) => `"${name}":${row * 50 + index}`).join(',')}}`
const toLongRow = (row: number) => `{"id":${row},"text":"row ${row} of very many, each longer"}`
const write = (count: number, toRow: (row: number) => string) =>
  `[${Array.from({ length: count }, (_, row) => toRow(row)).join(',')}]`

interface Attack {
  readonly name: string
  readonly type: string
  readonly widget?: object
  /** What its endpoint answers. */
  readonly answer: (response: ServerResponse) => unknown
}

const json = (body: () => unknown) => (response: ServerResponse) => sendText(response, JSON.stringify(body()))
const raw = (body: () => string, type?: string) => (response: ServerResponse) => sendText(response, body(), type)

function sendText(response: ServerResponse, body: string, type = 'application/json'): void {
  response.writeHead(200, { 'Content-Type': type }).end(body)
}

/** All of them, by the paths of their endpoints. */
const attacks: Readonly<Record<string, Attack>> = {
  text: { name: 'Hostile text', type: 'markdown', answer: json(() => text) },
  rows: {
    name: 'Hostile rows',
    type: 'table',
    widget: { data: { table: { columnsDefs, showAll: true } } },
    answer: json(() => rows),
  },
  page: { name: 'Sent page', type: 'html', answer: raw(() => page, 'text/html') },
  thief: { name: 'Framed page', type: 'iframe', answer: raw(() => thief, 'text/html') },
  long: { name: 'Long table', type: 'table', answer: raw(() => write(many, toLongRow)) },
  wide: { name: 'Wide table', type: 'table', answer: raw(() => write(100_000, toWideRow)) },
  book: {
    name: 'Long text',
    type: 'markdown',
    answer: json(() => '**Fifty** megabytes of words.\n\n'.repeat(1_650_000)),
  },
  lines: { name: 'Lines', type: 'chart', answer: json(() => toFigure({ mode: 'lines' })) },
  points: { name: 'Points', type: 'chart', answer: json(() => toFigure({ mode: 'markers' })) },
  gl: { name: 'Hardware lines', type: 'chart', answer: json(() => toFigure({ type: 'scattergl', mode: 'lines' })) },
  dots: {
    name: 'Hardware points',
    type: 'chart',
    answer: json(() => toFigure({ type: 'scattergl', mode: 'markers' })),
  },
  bars: { name: 'Bars', type: 'chart', answer: json(() => toFigure({ type: 'bar' })) },
  heat: { name: 'Heat', type: 'chart', answer: json(() => ({ data: [{ type: 'heatmap', z: square() }] })) },
  contour: { name: 'Contours', type: 'chart', answer: json(() => ({ data: [{ type: 'contour', z: square() }] })) },
  never: { name: 'Never', type: 'table', answer: () => {} },
  half: { name: 'Half', type: 'markdown', answer: (response) => response.writeHead(200).write('The start of ') },
  broken: { name: 'Broken', type: 'table', answer: raw(() => '[{"symbol": "A", "price": 1}, {"symbol": "B", "pri') },
  brokenLong: { name: 'Broken and long', type: 'table', answer: raw(() => write(many, toLongRow).slice(0, -1)) },
  loop: {
    name: 'Loop',
    type: 'table',
    answer: (response) => response.writeHead(302, { Location: '/data/loop' }).end(),
  },
}

const calm = {
  name: 'Calm',
  description: 'Says what it is told',
  type: 'markdown',
  endpoint: 'data/calm',
  params: [{ paramName: 'word', type: 'text', label: 'Word', value: 'hello' }],
  refetchInterval: false,
}
const widgets = {
  calm,
  ...Object.fromEntries(
    Object.entries(attacks).map(([id, { name, type, widget }]) => [
      id,
      { name, description: 'Hostile', type, endpoint: `data/${id}`, refetchInterval: false, ...widget },
    ]),
  ),
}
const place = (i: string, x: number, w: number) => ({ i, x, y: 0, w, h: 16 })
const tabs = [
  { id: 'start', name: 'Start', layout: [place('calm', 0, 40)] },
  ...Object.entries(attacks).map(([id, { name }]) => ({ id, name, layout: [place(id, 0, 28), place('calm', 28, 12)] })),
]
const app = {
  name: 'Hostile',
  description: 'For tests',
  allowCustomization: true,
  tabs: Object.fromEntries(tabs.map((tab) => [tab.id, tab])),
  groups: [],
}

/** Serves it on a free port. Bodies are made when they are asked for. */
export async function serveHostile(): Promise<HostileBackend> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://backend')
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', '*')
    if (request.method === 'OPTIONS') return response.writeHead(204).end()
    asked.push(`${pathname}${search}`)
    const id = pathname.replace('/data/', '')
    if (pathname === '/widgets.json') return sendText(response, JSON.stringify(widgets))
    if (pathname === '/apps.json') return sendText(response, JSON.stringify([app]))
    if (id === 'calm') return sendText(response, JSON.stringify(`You said **${searchParams.get('word')}**.`))
    const attack = attacks[id]
    if (attack === undefined) response.writeHead(404).end('{}')
    else attack.answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
