import type { Article } from '../../spec/types.ts'
import { arrayAnswer, isObject } from '../answers/object.ts'
import { describe } from '../answers/rows.ts'
import type { Params } from '../params/param.ts'
import { atDataKey } from '../data-key.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a newsfeed. */
export interface NewsfeedOptions<P extends Params, Key extends string | undefined> extends WidgetOptions<P> {
  /** Where in the answer the articles are. Default: the answer is the articles. */
  readonly dataKey?: Key
  /** Loads the articles; `date` is ISO 8601, `body` is Markdown. */
  readonly load: LoadOf<P, Key extends string ? object : readonly Article[]>
}

const type: WidgetType = {
  type: 'newsfeed',
  methods: ['GET'],
  gridData: { w: 12, h: 14 },
  answer: arrayAnswer('an array of { title, date, author, excerpt, body }', (item) =>
    isObject(item) ? undefined : `it is ${describe(item)}`,
  ),
}

/**
 * Declares a list of articles.
 * @see widget-data §8
 */
export function newsfeed<const P extends Params = {}, const Key extends string | undefined = undefined>(
  options: NewsfeedOptions<P, Key>,
): Widget<P, Key extends string ? unknown : readonly Article[]> {
  const keyed = atDataKey(type, options.dataKey)
  return createWidget(keyed.type, options, {
    load: options.load,
    data: keyed.data,
  })
}
