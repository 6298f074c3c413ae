import { z } from 'zod'

/** Declares a key that may be absent, and never holds `undefined`. */
export const optional = z.exactOptional

/** Declares an array that authors may pass as a readonly one. */
export function list<Item>(item: z.ZodType<Item>, least = 0): z.ZodType<readonly Item[]> {
  return z.array(item).min(least)
}

/** Declares a JSON object that is not looked into: library options, grid states. */
export const jsonObject: z.ZodType<object> = z.record(z.string(), z.unknown())
