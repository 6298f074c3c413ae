/** What a column's cells hold. */
export const cellDataTypes = ['text', 'number', 'boolean', 'date', 'dateString', 'object'] as const
export type CellDataType = (typeof cellDataTypes)[number]

/** What a column is in a chart made of the table. */
export const chartDataTypes = ['category', 'series', 'time', 'excluded'] as const
export type ChartDataType = (typeof chartDataTypes)[number]

/** How numbers are written. */
export const formatterFns = ['int', 'none', 'percent', 'normalized', 'normalizedPercent', 'dateToYear'] as const
export type FormatterFn = (typeof formatterFns)[number]

/** How cells are drawn. */
export const renderFns = ['greenRed', 'titleCase', 'hoverCard', 'cellOnClick', 'columnColor', 'showCellChange'] as const
export type RenderFn = (typeof renderFns)[number]

/** What a click on a cell does. */
export const clickActions = ['groupBy', 'sendToAgent'] as const
export type ClickAction = (typeof clickActions)[number]

/** How a colour rule compares. */
export const colorConditions = ['eq', 'ne', 'gt', 'lt', 'gte', 'lte', 'between', 'contains', 'notContains'] as const
export type ColorCondition = (typeof colorConditions)[number]

/** Whether a condition looks into text, and so compares with one. */
export function isTextCondition(condition: ColorCondition): boolean {
  return condition === 'contains' || condition === 'notContains'
}

/** The colours that have a name in colour rules. Every other colour is a hex code. */
export const colorNames = ['green', 'red', 'blue'] as const
/** A colour of a colour rule: a name, `#RGB` or `#RRGGBB`. */
export type RuleColor = (typeof colorNames)[number] | `#${string}`
/** The hex codes a colour rule may have. */
export const hexColor = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/** Where a cell's content stands. */
export const alignments = ['left', 'center', 'right'] as const
/** The sides a column may be pinned to. */
export const pinSides = ['left', 'right'] as const
/** The directions of an initial sort. */
export const sortDirections = ['asc', 'desc'] as const

/** How grouped rows are summed up. */
export const aggFuncs = ['sum', 'min', 'max', 'avg', 'count', 'first', 'last'] as const
export type AggFunc = (typeof aggFuncs)[number]

/** The chart types of a table's chart view. */
export const chartTypes = [
  'column',
  'groupedColumn',
  'stackedColumn',
  'normalizedColumn',
  'bar',
  'groupedBar',
  'stackedBar',
  'normalizedBar',
  'line',
  'scatter',
  'bubble',
  'pie',
  'donut',
  'doughnut',
  'area',
  'stackedArea',
  'normalizedArea',
  'histogram',
  'radarLine',
  'radarArea',
  'nightingale',
  'radialColumn',
  'radialBar',
  'sunburst',
  'rangeBar',
  'rangeArea',
  'boxPlot',
  'treemap',
  'heatmap',
  'waterfall',
  'columnLineCombo',
  'areaColumnCombo',
  'customCombo',
] as const
export type ChartTypeName = (typeof chartTypes)[number]
