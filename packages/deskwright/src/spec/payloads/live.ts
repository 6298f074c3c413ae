import { z } from 'zod'
import { list } from '../exact.ts'
import { valueSchema } from '../widgets/param-value.ts'
import { rowSchema, type Row } from './rows.ts'

const liveParams = z.strictObject({ type: z.literal('params'), params: z.record(z.string(), valueSchema) })

/** What a live grid's client sends: the values of its parameters, on open and on every change. */
export interface LiveParamsMessage extends z.infer<typeof liveParams> {}

/** Reads what a live grid's client sends, exactly. */
export const liveParamsMessageSchema: z.ZodType<LiveParamsMessage> = liveParams

/** What a live grid's server sends: changed fields of one row or several, with the fields that identify them. */
export type LiveUpdate = Row | readonly Row[]

/** Reads what a live grid's server sends, exactly. */
export const liveUpdateSchema: z.ZodType<LiveUpdate> = z.union([rowSchema, list(rowSchema)])

/** Reads what a live grid's client sends, of any client: nested or other values of parameters are left out. */
export const receivedLiveParamsMessageSchema: z.ZodType<LiveParamsMessage> = z.object({
  type: z.literal('params'),
  params: z.record(z.string(), z.unknown()).transform((params) =>
    Object.fromEntries(
      Object.entries(params).flatMap(([key, value]) => {
        const read = valueSchema.safeParse(value)
        return read.success ? [[key, read.data] as const] : []
      }),
    ),
  ),
})
