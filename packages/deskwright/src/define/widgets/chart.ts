import type { PlotlyFigure } from '../../spec/types.ts'
import { objectAnswer } from '../answers/object.ts'
import { rowsAnswer } from '../answers/rows.ts'
import type { Params } from '../params/param.ts'
import type { RawRows } from '../raw-rows.ts'
import { atDataKey } from '../data-key.ts'
import { mapLoad } from '../map-load.ts'
import { toPlainArrays } from '../plain-arrays.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a Plotly chart. */
export interface ChartOptions<P extends Params, Key extends string | undefined> extends WidgetOptions<P> {
  /** Where in the answer the figure is. Default: the answer is the figure. */
  readonly dataKey?: Key
  /** Loads the figure; `context.theme` says which colours to use. */
  readonly load: LoadOf<P, Key extends string ? object : PlotlyFigure>
  /** Loads the rows behind the figure, for the raw view and for AI agents. */
  readonly raw?: LoadOf<P, RawRows>
}

const type: WidgetType = {
  type: 'chart',
  methods: ['GET'],
  gridData: { w: 20, h: 12 },
  answer: objectAnswer('a Plotly figure { data, layout }', ({ data }) =>
    Array.isArray(data) ? undefined : 'its data is not an array of traces',
  ),
  rawAnswer: rowsAnswer,
}

/**
 * Declares a Plotly chart.
 * @see widget-data §3
 */
export function chart<const P extends Params = {}, const Key extends string | undefined = undefined>(
  options: ChartOptions<P, Key>,
): Widget<P, PlotlyFigure> {
  const keyed = atDataKey(type, options.dataKey)
  return createWidget(keyed.type, options, {
    load: mapLoad(options.load, toPlainArrays),
    ...(options.raw && { rawLoad: options.raw }),
    data: keyed.data,
  })
}
