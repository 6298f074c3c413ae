import { z } from 'zod'

/** Declares a key that may be absent, and never holds `undefined`. */
export const optional = z.exactOptional

/** Declares an array that authors may pass as a readonly one. */
export function list<Item>(item: z.ZodType<Item>, least = 0): z.ZodType<readonly Item[]> {
  return z.array(item).min(least)
}

/** Declares a JSON object that is not looked into: library options, grid states. */
export const jsonObject: z.ZodType<object> = z.record(z.string(), z.unknown())

/** Reads a value by the schema that fits its looks, so that a problem is reported for that schema alone, with its place. */
export function chosen<Value>(choose: (value: unknown) => z.ZodType<Value>): z.ZodType<Value> {
  return z.unknown().transform((value, context) => {
    const { success, data, error } = choose(value).safeParse(value)
    if (success) return data
    for (const issue of error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue)
    return z.NEVER
  })
}

/** The text under a key of whatever it is. */
export function textAt(value: unknown, key: string): string | undefined {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
  return typeof found === 'string' ? found : undefined
}
