import type { PlotlyFigure } from '../../spec/types.ts'
import { jsonAnswer } from '../answers/answer.ts'
import { isObject, objectAnswer } from '../answers/object.ts'
import { checkRows, rowsAnswer } from '../answers/rows.ts'
import type { Context } from '../context.ts'
import type { Drawing } from '../figure/drawing.ts'
import { drawRows } from '../figure/draw-rows.ts'
import type { ParamValues } from '../params/param-values.ts'
import type { Params } from '../params/param.ts'
import type { RawRows } from '../raw-rows.ts'
import type { RowSet } from '../row-set.ts'
import { atDataKey } from '../data-key.ts'
import { mapLoad } from '../map-load.ts'
import { toPlainArrays } from '../plain-arrays.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** A chart whose loader gives the figure. */
interface FigureOptions<P extends Params, Key extends string | undefined> extends WidgetOptions<P> {
  readonly x?: never
  /** Where in the answer the figure is. Default: the answer is the figure. */
  readonly dataKey?: Key
  /** Loads the figure; `context.theme` says which colours to use. */
  readonly load: LoadOf<P, Key extends string ? object : PlotlyFigure>
  /** Loads the rows behind the figure, for the raw view and for AI agents. */
  readonly raw?: LoadOf<P, RawRows>
}

/** A chart that is drawn from the rows its loader gives. */
type RowsOptions<P extends Params, Row extends object> = WidgetOptions<P> &
  Drawing<NoInfer<Row>> & {
    /** Loads the rows: objects, or a query's row set. They are the raw view as well. At most 50,000 are drawn. */
    readonly load: LoadOf<P, readonly Row[] | RowSet<Row>>
  }

/** Options of a Plotly chart: a figure, or rows and what to draw of them. */
export type ChartOptions<P extends Params, Key extends string | undefined, Row extends object> =
  | FigureOptions<P, Key>
  | RowsOptions<P, Row>

const isFigure = (value: unknown) => isObject(value) && Array.isArray(value['data'])

const type: WidgetType = {
  type: 'chart',
  methods: ['GET'],
  gridData: { w: 20, h: 12 },
  answer: objectAnswer('a Plotly figure { data, layout }', (value) =>
    isFigure(value) ? undefined : 'its data is not an array of traces',
  ),
  rawAnswer: rowsAnswer,
}

/** What is drawn is a figure; what could not be drawn is judged as the rows it should have been. */
const drawnType: WidgetType = {
  ...type,
  answer: jsonAnswer(rowsAnswer.expects, (value) => (isFigure(value) ? undefined : checkRows(value))),
}

/**
 * Declares a Plotly chart: `load` gives a figure, or with `x` the rows to draw in Workspace's colours.
 * Drawing fails with `chart-column-unknown`, `chart-values-unfit`, `chart-too-large`.
 * @see widget-data §3
 */
export function chart<
  const P extends Params = {},
  const Key extends string | undefined = undefined,
  Row extends object = Record<string, unknown>,
>(options: ChartOptions<P, Key, Row>): Widget<P, PlotlyFigure> {
  if (isDrawn(options)) {
    const { load } = options
    if (typeof load !== 'function') return createWidget(drawnType, options, {})
    const drawnLoad = async (values: ParamValues<P>, context: Context) =>
      drawRows(await load(values, context), options, context)
    return createWidget(drawnType, options, { load: drawnLoad, rawLoad: load })
  }
  const keyed = atDataKey(type, options.dataKey)
  return createWidget(keyed.type, options, {
    load: mapLoad(options.load, toPlainArrays),
    ...(options.raw && { rawLoad: options.raw }),
    data: keyed.data,
  })
}

function isDrawn<P extends Params, Row extends object>(
  options: ChartOptions<P, string | undefined, Row>,
): options is RowsOptions<P, Row> {
  return options.x !== undefined
}
