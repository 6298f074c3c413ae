import type { RenderContext } from '../renderer.ts'

/** Makes a context for data that the widget's own table does not describe: rows in a file, an answer to a prompt. */
export function toPlainContext(context: RenderContext): RenderContext {
  const { data: _described, ...widget } = context.widget
  return { ...context, raw: false, widget, state: {}, keepState: () => {} }
}
