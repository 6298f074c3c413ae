import { quote } from './code.ts'

/** Helpers that the module brings along when it uses them. */
const helpers: Readonly<Record<string, string>> = {
  asIs: `/** A column as the old backend describes it. */
function asIs(headerName: string, wire: Omit<Column['wire'], 'headerName'> = {}): Column {
  return { wire: { headerName, ...wire } }
}`,
  toSocket: `/** The address of a socket of the old backend. */
function toSocket(path: string): string {
  return new URL(path.replace(/^\\/+/, ''), oldBackend).href.replace(/^http/, 'ws')
}`,
  askFiles: `/** Asks for all selected files at once, or one by one where the old backend knows no other way. */
async function askFiles(endpoint: string, params: object, selector: string, context: Context): Promise<never> {
  const answer = await send(endpoint, {}, context, params)
  if (answer.status !== 405) return await read(answer)
  const selected = new Map<string, readonly string[]>(Object.entries(params)).get(selector) ?? []
  return (await Promise.all(selected.map((file) => ask(endpoint, { ...params, [selector]: file }, context)))) as never
}`,
  toDatafeed: `/** A datafeed that asks the one of the old backend. */
function toDatafeed(endpoint: string): UdfDatafeed {
  return {
    config: (params, context) => ask(\`\${endpoint}/config\`, params, context),
    symbols: (params, context) => ask(\`\${endpoint}/symbols\`, params, context),
    history: (params, context) => ask(\`\${endpoint}/history\`, params, context),
    search: (params, context) => ask(\`\${endpoint}/search\`, params, context),
    marks: (params, context) => ask(\`\${endpoint}/marks\`, params, context),
    timescaleMarks: (params, context) => ask(\`\${endpoint}/timescale_marks\`, params, context),
    time: (params, context) => ask(\`\${endpoint}/time\`, params, context),
  }
}`,
}

/** The types that a module imports with its helpers. */
const types: Readonly<Record<string, readonly string[]>> = {
  asIs: ['type Column'],
  toDatafeed: ['type UdfDatafeed'],
  ' as Columns': ['type Columns'],
}

const ask = `/** Headers that belong to one connection and are not passed on. */
const ownHeaders = [
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'expect',
  'host',
  'if-modified-since',
  'if-none-match',
  'keep-alive',
  'origin',
  'range',
  'te',
  'transfer-encoding',
  'upgrade',
]

/**
 * Asks the old backend. What it answers is not known to the compiler, so it fits every loader; the backend checks it when
 * it comes.
 */
async function ask(...question: Parameters<typeof send>): Promise<never> {
  return await read(await send(...question))
}

/** Sends what OpenBB Workspace would send, with the headers of the connection. With a body it is a POST. */
async function send(
  endpoint: string,
  query: object,
  context: Context,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<Response> {
  const fields = endpoint.includes('{') && typeof body === 'object' ? body : {}
  const sent = new Map<string, unknown>(Object.entries({ ...query, ...fields }))
  const path = endpoint.replaceAll(/\\{([^{}]+)\\}/g, (_, name: string) => {
    const value = sent.get(name)
    sent.delete(name)
    return encodeURIComponent(String(value ?? ''))
  })
  const url = new URL(path.replace(/^\\/+/, ''), oldBackend)
  for (const [name, value] of Object.keys(query).map((key) => [key, sent.get(key)] as const)) {
    const text = String(value ?? '')
    if (text !== '') url.searchParams.set(name, text)
  }
  const headers = new Headers(context.headers)
  for (const name of ownHeaders) headers.delete(name)
  if (body !== undefined) headers.set('content-type', 'application/json')
  const { signal } = context
  return await fetch(url, { method, headers, signal, ...(body !== undefined && { body: JSON.stringify(body) }) })
}

async function read(answer: Response): Promise<never> {
  const text = await answer.text()
  const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '')
  const value: unknown = isJson && text !== '' ? JSON.parse(text) : text
  if (!answer.ok) refuse(answer.status, toDetail(value) ?? \`The old backend answered \${answer.status}.\`)
  return value as never
}

/** What OpenBB Workspace would show of a refusal. */
function toDetail(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { detail, message, error }: { detail?: unknown; message?: unknown; error?: unknown } = value
  const shown = detail ?? message ?? error ?? value
  return typeof shown === 'string' ? shown : JSON.stringify(shown)
}`

/** The names that the head of a module may use. */
export const headNames: readonly string[] = [
  'ask',
  'send',
  'read',
  'ownHeaders',
  'toDetail',
  'oldBackend',
  ...Object.keys(helpers),
]

/** What a module may import as a value. */
export const importNames: readonly string[] =
  'advancedCharting app chart column defineBackend group highcharts html iframe liveGrid markdown metric multiFileViewer newsfeed note omni param pdf place prompt refuse ssrmTable table vegaLite youtube'.split(
    ' ',
  )

/** Comments, texts and templates: names in them are not used. */
const notCode = /^\s*\/\/.*$|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[^])*`/gm

/** Writes what stands above the definitions: imports, the address of the old backend, and how it is asked. */
export function writeHead(body: string, base: string): string {
  const bare = body.replaceAll(notCode, (text) => (text.startsWith('`') ? '``' : ''))
  const isUsed = (name: string) => new RegExp(`(?<![\\w$.])${name}[(.\`]`).test(bare)
  const used = Object.keys(helpers).filter(isUsed)
  const asks = isUsed('ask') || used.includes('toDatafeed') || used.includes('askFiles')
  const values = importNames.filter((name) => isUsed(name) || (name === 'refuse' && asks))
  const typeNames = Object.keys(types)
    .filter((key) => used.includes(key) || bare.includes(`}${key}`))
    .flatMap((key) => types[key] ?? [])
  const imports = [...values, ...typeNames, ...(asks ? ['type Context'] : [])]
  const needsBase = asks || used.includes('toSocket')
  return [
    writeImport(imports.toSorted((one, other) => (toSortKey(one) < toSortKey(other) ? -1 : 1))),
    ...(needsBase ? [`/** Where the old backend answers. */\nconst oldBackend = ${quote(base)}`] : []),
    ...(asks ? [ask] : []),
    ...used.map((name) => helpers[name] ?? ''),
  ].join('\n\n')
}

function writeImport(names: readonly string[]): string {
  const flat = `import { ${names.join(', ')} } from 'deskwright'`
  return flat.length <= 120 ? flat : `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'deskwright'`
}

function toSortKey(name: string): string {
  return name.replace('type ', '').toLowerCase()
}
