import { z } from 'zod'
import { list } from '../exact.ts'

/** A parameter's value on the wire; several values are an array. `null` means none. */
export type WireValue = string | number | boolean | null | readonly (string | number | boolean)[]

/** Reads a parameter's value, exactly. */
export const valueSchema: z.ZodType<WireValue> = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  list(z.union([z.string(), z.number(), z.boolean()])),
])
