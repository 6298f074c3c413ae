import type { VegaLiteSpec } from '../../spec/types.ts'
import { objectAnswer } from '../answers/object.ts'
import { rowsAnswer } from '../answers/rows.ts'
import type { Params } from '../params/param.ts'
import type { RawRows } from '../raw-rows.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a Vega-Lite chart. */
export interface VegaLiteOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads the spec. Workspace sets `width`, `height` and `autosize` itself. */
  readonly load: LoadOf<P, VegaLiteSpec>
  /** Loads the rows behind the chart. */
  readonly raw?: LoadOf<P, RawRows>
}

const type: WidgetType = {
  type: 'chart-vegalite',
  methods: ['GET'],
  gridData: { w: 20, h: 12 },
  answer: objectAnswer('a Vega-Lite spec'),
  rawAnswer: rowsAnswer,
}

/**
 * Declares a Vega-Lite chart.
 * @see widget-data §5
 */
export function vegaLite<const P extends Params = {}>(options: VegaLiteOptions<P>): Widget<P, VegaLiteSpec> {
  return createWidget(type, options, {
    load: options.load,
    ...(options.raw && { rawLoad: options.raw }),
  })
}
