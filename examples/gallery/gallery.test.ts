import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import backend from './backend.ts'
import { db } from './data.ts'
import { toShape } from './shape.ts'

const captured = fileURLToPath(new URL('../../../shared/captures/reference-backend/', import.meta.url))
const isThere = existsSync(captured)
if (!isThere)
  process.stderr.write('The captures are not there: the gallery is not held against the recorded backend.\n')

interface Exchange {
  readonly method: string
  readonly url: string
  readonly requestBody: unknown
  readonly status: number
  readonly contentType: string
  readonly json: unknown
}

const read = (name: string): unknown => JSON.parse(readFileSync(`${captured}${name}`, 'utf8'))
const exchanges = isThere ? (read('exchanges.json') as Exchange[]) : []
const recorded = isThere ? (read('widgets.json') as Record<string, unknown> | { id: string }[]) : {}

/** Why we answer otherwise, by the path of the request. */
const otherwise: Readonly<Record<string, string>> = {
  '/widgets.json': 'the documents are compared by id, below; theirs is made of widgets of another version',
  '/apps.json': 'our tour has tabs of its own',
  '/markdown_widget_with_image_from_url':
    'theirs fetched the picture itself, and failed without a network; here the browser does',
  '/table_widget_from_api_endpoint':
    'theirs asked another server, and failed without a network; here the rows come from DuckDB',
  '/multi_pdf_base64': 'theirs refused POST, which is the old protocol; ours answers it',
  '/multi_pdf_url': 'theirs refused POST, which is the old protocol; ours answers it',
  '/udf/symbols':
    'theirs answered 404 without the form that the chart understands; the protocol has an answer for it with status 200',
  '/udf/search': 'theirs found nothing, so there is no shape to compare',
  '/plotly_chart': 'Plotly for Python sends its default template with every figure; here there is only what was drawn',
  '/plotly_chart_with_theme': 'as above',
  '/plotly_chart_with_theme_and_toolbar': 'as above',
  '/plotly_chart_with_theme_and_toolbar_using_config_file': 'as above',
  '/plotly_heatmap': 'as above; and the colour scale is named instead of listed',
  '/omni-widget': 'without a type it is the same; the rows and the figure have other columns and no template',
  '/omni-widget-with-citations': 'as above; a uuid that is null is left out, and details say what was asked',
}

/** Their option lists have addresses of their own; ours are made from the parameter's name. */
const options: Readonly<Record<string, readonly [widget: string, param: string]>> = {
  '/get_pdf_options': ['multi_pdf_base64', 'pdf_name'],
  '/advanced_dropdown_options': ['markdown_widget_with_multi_select_advanced_dropdown', 'stock_picker'],
  '/document_options': ['dropdown_dependent_widget', 'document_type'],
  '/company_options': ['company_performance', 'company'],
  '/get_tickers_list': ['table_widget_with_grouping_by_cell_click', 'symbol'],
}

/** Requests that are made with other values: our cars are of other makers and years, and a choice that is none is refused. */
const instead: Readonly<Record<string, string>> = {
  '/company_performance': '?company=toyota&year=1982',
  '/company_details': '?company=toyota&year=1982&theme=dark',
}

/** Ids that cannot be ids here: a slash needs escaping in URLs, prompts and formulas. */
const renamed: Readonly<Record<string, string>> = {
  '/udf': 'udf',
  '/vendor1/markdown_widget_with_better_structured_api': 'vendor1_markdown_widget_with_better_structured_api',
}

const ask = async (url: string, init?: RequestInit) => {
  const response = await backend.fetch(new Request(`http://desk.test${url}`, init))
  const contentType = response.headers.get('content-type')?.split(';')[0]
  return { status: response.status, contentType, json: JSON.parse(await response.text()) as unknown }
}

interface Documented {
  readonly params?: readonly (Param | readonly Param[])[]
}

interface Param {
  readonly paramName: string
  readonly optionsEndpoint?: string
}

async function toOwn(url: string): Promise<string> {
  const { pathname, search } = new URL(url, 'http://desk.test')
  const option = options[pathname]
  if (option === undefined) return `${pathname}${instead[pathname] ?? search}`
  const documents = (await ask('/widgets.json')).json as Record<string, Documented>
  const found = documents[option[0]]?.params?.flat().find(({ paramName }) => paramName === option[1])
  return `/${found?.optionsEndpoint}${search}`
}

afterAll(() => db.close())

describe('the gallery', () => {
  it('has nothing to complain about', () => {
    expect(backend.manifest.diagnostics).toEqual([])
  })

  it('has every widget of the recorded backend', async () => {
    const documents = (await ask('/widgets.json')).json as Record<string, unknown>
    const ids = Array.isArray(recorded) ? recorded.map(({ id }) => id) : Object.keys(recorded)
    expect(ids.map((id) => renamed[id] ?? id).filter((id) => !(id in documents))).toEqual([])
  })

  const same = exchanges.filter(({ url }) => !(new URL(url, 'http://desk.test').pathname in otherwise))

  it.each(same.map((exchange) => [exchange.method, exchange.url, exchange] as const))(
    'answers %s %s as the recorded backend did',
    async (method, url, exchange) => {
      const body = exchange.requestBody === null ? undefined : JSON.stringify(exchange.requestBody)
      const own = await ask(await toOwn(url), { method, ...(body !== undefined && { body }) })
      expect(Math.floor(own.status / 100)).toBe(Math.floor(exchange.status / 100))
      expect(own.contentType).toBe(exchange.contentType.split(';')[0])
      if (exchange.status < 400) expect(toShape(own.json)).toEqual(toShape(exchange.json))
    },
  )

  const different = exchanges.filter(({ url }) => new URL(url, 'http://desk.test').pathname in otherwise)

  it.each(different.map((exchange) => [exchange.method, exchange.url, exchange] as const))(
    'answers %s %s, if not as the recorded backend did',
    async (method, url, { requestBody }) => {
      const init = { method, ...(requestBody !== null && { body: JSON.stringify(requestBody) }) }
      expect((await ask(url, init)).status).toBe(200)
    },
  )
})
