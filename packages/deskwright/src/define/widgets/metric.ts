import type { Metric } from '../../spec/types.ts'
import { jsonAnswer } from '../answers/answer.ts'
import { isObject } from '../answers/object.ts'
import { describe } from '../answers/rows.ts'
import type { Params } from '../params/param.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a metric widget. */
export interface MetricOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads one card or several. */
  readonly load: LoadOf<P, Metric | readonly Metric[]>
}

const type: WidgetType = {
  type: 'metric',
  methods: ['GET'],
  gridData: { w: 10, h: 5 },
  answer: jsonAnswer('{ label, value, delta? }, or an array of them', (value) => {
    for (const card of Array.isArray(value) ? value : [value]) {
      if (!isObject(card)) return `it is ${describe(card)}`
      if (typeof card['label'] !== 'string') return 'a card has no label'
      if (!['string', 'number', 'bigint'].includes(typeof card['value'])) {
        return `the card ${JSON.stringify(card['label'])} has no value: it is ${describe(card['value'])}`
      }
    }
    return undefined
  }),
}

/**
 * Declares cards with one number each.
 * @see widget-data §6
 */
export function metric<const P extends Params = {}>(options: MetricOptions<P>): Widget<P, Metric | readonly Metric[]> {
  return createWidget(type, options, { load: options.load })
}
