import type { WidgetTypeName } from 'deskwright/spec'
import type { Renderer } from './renderer.ts'

/** The renderer of each widget type, loaded when the first widget of it is shown. */
export const renderers: Readonly<Partial<Record<WidgetTypeName, () => Promise<{ readonly renderer: Renderer }>>>> = {}
