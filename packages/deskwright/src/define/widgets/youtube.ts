import { textAnswer } from '../answers/answer.ts'
import type { Params } from '../params/param.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** Options of a video. */
export interface YoutubeOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads the video's full URL; empty text when there is none. */
  readonly load: LoadOf<P, string>
  /** Loads the transcript as Markdown, for AI agents. */
  readonly raw?: LoadOf<P, string>
}

const type: WidgetType = {
  type: 'youtube',
  methods: ['GET'],
  gridData: { w: 16, h: 10 },
  answer: textAnswer('the URL of a video, as a string', 'text/plain'),
  rawAnswer: textAnswer('a transcript, as a string of Markdown', 'text/markdown'),
}

/**
 * Declares a video player.
 * @see widget-data §11
 */
export function youtube<const P extends Params = {}>(options: YoutubeOptions<P>): Widget<P, string> {
  return createWidget(type, options, {
    load: options.load,
    ...(options.raw && { rawLoad: options.raw }),
  })
}
