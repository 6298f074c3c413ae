import type { HighchartsEnvelope } from '../../spec/types.ts'
import { objectAnswer } from '../answers/object.ts'
import { rowsAnswer } from '../answers/rows.ts'
import type { Params } from '../params/param.ts'
import type { RawRows } from '../raw-rows.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a Highcharts chart. */
export interface HighchartsOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads the envelope: Highcharts' own options go under `userOptions`. Functions cannot travel. */
  readonly load: LoadOf<P, HighchartsEnvelope>
  /** Loads the rows behind the chart. */
  readonly raw?: LoadOf<P, RawRows>
}

const type: WidgetType = {
  type: 'chart-highcharts',
  methods: ['GET'],
  gridData: { w: 20, h: 12 },
  answer: objectAnswer('{ userOptions, constructorType? }', ({ userOptions }) =>
    typeof userOptions === 'object' && userOptions !== null
      ? undefined
      : 'it has no userOptions; put the Highcharts options under that key',
  ),
  rawAnswer: rowsAnswer,
}

/**
 * Declares a Highcharts chart.
 * @see widget-data §4
 */
export function highcharts<const P extends Params = {}>(options: HighchartsOptions<P>): Widget<P, HighchartsEnvelope> {
  return createWidget(type, options, {
    load: options.load,
    ...(options.raw && { rawLoad: options.raw }),
  })
}
