import { gridColumns, gridRows } from '../constants.ts'
import { report, stepInto } from '../read/cursor.ts'
import { defaulted, objectOf, required } from '../read/object-reader.ts'
import {
  anyObject,
  filled,
  flag,
  isJsonObject,
  listOf,
  number,
  oneOf,
  orFalse,
  orNull,
  type Reader,
  sensible,
  text,
  unchecked,
} from '../read/reader.ts'
import { before, respell } from '../read/translate.ts'
import type { AcceptedWidget } from './accepted-widget.ts'
import { data } from './read-data.ts'
import { params } from './read-params.ts'
import { widgetType } from './read-widget-type.ts'
import type { WireGridData, WireWidget } from './widget.ts'

const milliseconds = orFalse(number(1000))

const refetchInterval: Reader<number | false | string> = {
  expects: `${milliseconds.expects} or a cron text`,
  read: (value, cursor) => (typeof value === 'string' ? value : milliseconds.read(value, cursor)),
}

const columns = unchecked(sensible(1, gridColumns))
const rows = unchecked(sensible(1, gridRows))

const gridData = objectOf<WireGridData>({
  w: required(number()),
  h: required(number()),
  minW: columns,
  minH: rows,
  maxW: columns,
  maxH: rows,
})

const source = before(listOf(text, 'a text or an array of texts'), (value) =>
  typeof value === 'string' ? [value] : value,
)

const fields = objectOf<AcceptedWidget>(
  {
    name: required(text, ''),
    description: required(text, ''),
    type: defaulted(widgetType, 'table'),
    endpoint: required(filled, ''),
    category: text,
    subCategory: text,
    searchCategory: unchecked(text),
    source,
    params,
    data,
    gridData,
    wsEndpoint: filled,
    runButton: flag,
    exportable: flag,
    raw: flag,
    staleTime: milliseconds,
    refetchInterval,
    dataUpdateDisplay: filled,
    showTitle: orNull(flag),
    storage: anyObject,
    mcp_tool: objectOf<NonNullable<WireWidget['mcp_tool']>>({
      mcp_server: required(filled),
      tool_id: required(filled),
    }),
    disableRetrievalForCopilot: flag,
    copilotParseAs: oneOf(['structured', 'unstructured']),
    imgUrl: unchecked(text),
  },
  {
    expects: 'a widget {"name", "description", "endpoint"}',
    silent: ['fileEndpoint', 'groupById', 'schemaName', 'inputType', 'widgetId', 'widgetType', 'id', 'ai'],
    instead: {
      title: 'name',
      viz: 'type',
      url: 'endpoint',
      columnsDefs: 'data.table.columnsDefs',
      dataKey: 'data.dataKey',
      chartView: 'data.table.chartView',
      refreshInterval: 'refetchInterval',
      parameters: 'params',
      endpointMethod: 'type',
    },
  },
)

const spelled = respell(fields, [
  { from: 'defaultViz', to: 'type', severity: 'advice' },
  { from: 'sub_category', to: 'subCategory', severity: 'advice', wins: true },
  { from: 'subcategory', to: 'subCategory', severity: 'warning' },
])

/** The keys that other sources name and the client warns about. */
const warned = ['id', 'imgUrl', 'ai'] as const

/** Reads one widget. */
export const widget: Reader<AcceptedWidget> = {
  expects: fields.expects,
  read: (value, cursor) => {
    const read = spelled.read(value, cursor)
    if (read === undefined || !isJsonObject(value)) return undefined
    for (const key of warned) {
      if (Object.hasOwn(value, key)) report(stepInto(cursor, key), 'warning', 'key-undocumented', { key })
    }
    return value['ai'] === false ? { ...read, disableRetrievalForCopilot: true } : read
  },
}
