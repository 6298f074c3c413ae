import type {
  FileObject,
  OmniAnswer,
  PlotlyFigure,
  WireApps,
  WireColorRule,
  WireColumn,
  WireParam,
  WireWidgets,
} from './types.ts'

/** What authors write as constants fits, deep down. */
const columns = [
  {
    field: 'close',
    headerName: 'Close',
    renderFn: ['greenRed'],
    sparkline: { type: 'bar', options: { padding: { top: 1 } } },
  },
] as const satisfies readonly WireColumn[]

const param = { paramName: 'rating', type: 'tabs', value: 'ig', options: [{ label: 'IG', value: 'ig' }] } as const

export const widgets: WireWidgets = {
  prices: {
    name: 'Prices',
    description: 'Prices of the day',
    type: 'table',
    endpoint: 'prices',
    data: { table: { columnsDefs: columns } },
    params: [param, [param]] as const,
  },
}

/** An interface of another library is a figure's layout, though it has no index signature. */
interface Layout {
  readonly title?: string
}
const layout: Layout = {}
export const figure: PlotlyFigure = { data: [{ x: [1], y: [2] }] as const, layout }

/** The content of an answer follows from how it is to be read. */
export const answer: OmniAnswer = {
  content: [{ n: 1 }],
  data_format: { data_type: 'object', parse_as: 'table' },
  citable: false,
  extra_citations: [],
}
// @ts-expect-error: a chart is a figure, not a text
export const mixed: OmniAnswer = {
  content: 'text',
  data_format: { data_type: 'object', parse_as: 'chart' },
  citable: false,
  extra_citations: [],
}

// @ts-expect-error: a key may be absent, but it is never undefined
export const undefinedKey: WireColumn = { field: 'close', headerName: 'Close', hide: undefined }

// @ts-expect-error: no column has this key
export const unknownKey: WireColumn = { field: 'close', headerName: 'Close', formatFn: 'int' }

// @ts-expect-error: Workspace refuses colours that are neither named nor hex codes
export const yellow: WireColorRule = { condition: 'eq', value: 1, color: 'yellow' }

// @ts-expect-error: a type that only Workspace uses
export const internal: WireWidgets = { a: { name: 'A', description: 'A', endpoint: 'a', type: 'ssrm_advanced' } }

// @ts-expect-error: an alias of a type
export const alias: WireParam = { paramName: 'a', type: 'dropdown' }

// @ts-expect-error: an app says whether users may change their copy
export const app: WireApps = [{ name: 'Desk', img: '', img_dark: '', img_light: '', tabs: {}, groups: [], prompts: [] }]

// @ts-expect-error: a kind of file that Workspace does not show
export const file: FileObject = { data_format: { data_type: 'exe', filename: 'a.exe' }, url: 'https://a.b/c' }
