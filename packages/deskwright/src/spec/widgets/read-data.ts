import { type Fields, objectOf, recordOf } from '../read/object-reader.ts'
import { flag, listOf, number, oneOf, orNull, type Reader, refuse, text, unchecked } from '../read/reader.ts'
import { report, stepInto } from '../read/cursor.ts'
import { findNearest } from '../../internal/nearest.ts'
import { after, respell } from '../read/translate.ts'
import type { WireChartView } from './chart-view.ts'
import { chartTypes, formatterFns } from './column-values.ts'
import type { WireData, WireTable } from './data.ts'
import { column } from './read-column.ts'

const ranges = recordOf(listOf(text))

const cellRangeCols: Reader<NonNullable<WireChartView['cellRangeCols']>> = {
  expects: 'an object {"line": ["category", "series"]}',
  read: (value, cursor) => {
    const read = ranges.read(value, cursor)
    if (read === undefined) return undefined
    const entries = Object.entries(read).filter(([key]) => {
      const known = (chartTypes as readonly string[]).includes(key)
      if (!known) {
        report(stepInto(cursor, key), 'warning', 'key-unknown', {
          key,
          instead: findNearest(key, chartTypes),
          known: chartTypes,
        })
      }
      return known
    })
    return Object.fromEntries(entries)
  },
}

/** The keys that say how a table is drawn as a chart. */
export const chartViewFields: Fields<WireChartView> = {
  enabled: flag,
  chartType: unchecked(oneOf(chartTypes)),
  cellRangeCols: unchecked(cellRangeCols),
  ignoreCellRange: flag,
  chartNavigatorEnabled: flag,
  chartMiniChartEnabled: flag,
  chartSettingsOpen: flag,
  xLabel: unchecked(text),
  yLabel: unchecked(text),
}

const table: Reader<WireTable> = objectOf<WireTable>(
  {
    columnsDefs: listOf(column, 'an array of columns'),
    showAll: flag,
    enableCharts: unchecked(flag),
    enableAdvanced: unchecked(flag),
    enableFormulas: unchecked(flag),
    transpose: orNull(flag),
    formatterFn: unchecked(orNull(oneOf(formatterFns))),
    chartView: objectOf<WireChartView>(chartViewFields),
  },
  { silent: ['period'], instead: { columns: 'columnsDefs', columnDefs: 'columnsDefs' } },
)

const rowIdColumn: Reader<string | readonly string[]> = {
  expects: 'a field, or an array of fields',
  read: (value, cursor) => {
    if (typeof value === 'string') return value === '' ? undefined : value
    if (!Array.isArray(value)) return refuse(cursor, value, rowIdColumn.expects)
    const fields = listOf(text).read(value, cursor) ?? []
    return fields.length > 1 ? fields : fields[0]
  },
}

type ChartConfig = NonNullable<WireData['chartConfig']>

const fields = objectOf<WireData>(
  {
    dataKey: after(text, (key) => (key === '' ? undefined : key)),
    wsRowIdColumn: rowIdColumn,
    table,
    defaultSymbol: unchecked(text),
    updateFrequency: unchecked(number(1)),
    chartConfig: unchecked(
      objectOf<ChartConfig>({
        upColor: text,
        downColor: text,
        borderUpColor: text,
        borderDownColor: text,
        wickUpColor: text,
        wickDownColor: text,
        volumeUpColor: text,
        volumeDownColor: text,
        showVolume: flag,
      }),
    ),
  },
  {
    instead: {
      columns: 'data.table.columnsDefs',
      columnsDefs: 'data.table.columnsDefs',
      columnDefs: 'data.table.columnsDefs',
      chartView: 'data.table.chartView',
      showAll: 'data.table.showAll',
      transpose: 'data.table.transpose',
    },
  },
)

/** Reads what a widget says about its data. */
export const data: Reader<WireData> = respell(fields, [{ from: 'wsRowIdColumns', to: 'wsRowIdColumn' }])
