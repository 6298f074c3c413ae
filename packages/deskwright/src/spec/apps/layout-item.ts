import { z } from 'zod'
import { gridColumns } from '../constants.ts'
import { list, optional } from '../exact.ts'
import { stateSchema } from './state.ts'

const size = z.int().min(1)

const layoutItem = z.strictObject({
  /** The widget's id, or the id of something Workspace brings along. */
  i: z.string().min(1),
  x: z
    .int()
    .min(0)
    .max(gridColumns - 1),
  y: z.int().min(0),
  w: size.max(gridColumns),
  h: size,
  minW: optional(size),
  minH: optional(size),
  maxW: optional(size),
  maxH: optional(size),
  static: optional(z.boolean()),
  isDraggable: optional(z.boolean()),
  moved: optional(z.boolean()),
  /** The names of the groups this widget joins. */
  groups: optional(list(z.string())),
  state: optional(stateSchema),
})

/** One widget on a tab. */
export interface WireLayoutItem extends z.infer<typeof layoutItem> {}

/** Reads one widget on a tab, exactly. */
export const layoutItemSchema: z.ZodType<WireLayoutItem> = layoutItem.refine(({ x, w }) => x + w <= gridColumns, {
  path: ['w'],
  message: `x + w is at most ${gridColumns}`,
})
