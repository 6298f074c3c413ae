import type { AcceptedWidgetTypeName, WidgetTypeName } from 'deskwright/spec'
import type { Renderer } from '../renderers/renderer.ts'
import { renderers } from '../renderers/renderers.ts'

/** Types that Workspace rewrites to another when it shows them. */
const shownAs: Partial<Record<AcceptedWidgetTypeName, WidgetTypeName>> = { rich_note: 'note' }

/**
 * The types whose renderers load their own data. It stands in the renderers too; here it is known before they are loaded, so
 * that data and renderer come at the same time.
 */
export const selfLoadingTypes: readonly AcceptedWidgetTypeName[] = [
  'ssrm_table',
  'advanced_charting',
  'iframe',
  'multi_file_viewer',
  'omni',
]

/** Loads the renderer of a type; `undefined` where there is none. */
export async function loadRenderer(type: AcceptedWidgetTypeName): Promise<Renderer | undefined> {
  const load = renderers[(shownAs[type] ?? type) as WidgetTypeName]
  return load === undefined ? undefined : (await load()).renderer
}
