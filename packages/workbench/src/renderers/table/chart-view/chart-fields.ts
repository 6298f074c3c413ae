import type { ChartTypeName, WireChartView, WireColumn } from 'deskwright/spec'

/** Which columns a chart is drawn of. */
export interface ChartFields {
  /** Labels or times; none when rows are counted instead. More than one nest in sunbursts and treemaps. */
  readonly categories: readonly WireColumn[]
  readonly series: readonly WireColumn[]
}

/** Chooses a chart's columns: the range of its type, else what the columns say they are, else what they hold. */
export function toChartFields(columns: readonly WireColumn[], view: WireChartView, type: ChartTypeName): ChartFields {
  const range = view.ignoreCellRange === true ? undefined : view.cellRangeCols?.[type]
  if (range !== undefined && range.length > 1) {
    const [category, ...series] = range.flatMap((field) => columns.find((column) => column.field === field) ?? [])
    if (category !== undefined && series.length > 0) return { categories: [category], series }
  }
  const usable = columns.filter(({ chartDataType, hide }) => chartDataType !== 'excluded' && hide !== true)
  const given = (...kinds: string[]) => usable.filter(({ chartDataType = '' }) => kinds.includes(chartDataType))
  const silent = usable.filter(({ chartDataType }) => chartDataType === undefined)
  const categories = given('category', 'time')
  const series = given('series')
  return {
    categories: categories.length > 0 ? categories : silent.filter(isLabel).slice(0, 1),
    series: series.length > 0 ? series : silent.filter(({ cellDataType }) => cellDataType === 'number'),
  }
}

function isLabel({ cellDataType, sparkline }: WireColumn): boolean {
  return (
    sparkline === undefined && (cellDataType === 'text' || cellDataType === 'date' || cellDataType === 'dateString')
  )
}
