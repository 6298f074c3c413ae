import { z } from 'zod'
import { agentIdPattern } from '../constants.ts'
import { list, optional } from '../exact.ts'
import { featureSchema } from './feature.ts'

const agent = z.strictObject({
  name: z.string().min(1),
  /** The welcome text; also read by agents that delegate. */
  description: z.string().min(1),
  /** A square picture: a URL or a path of the backend. */
  image: optional(z.string()),
  endpoints: z.strictObject({
    /** Path or URL that answers questions. */
    query: z.string().min(1),
    feedback: optional(z.string().min(1)),
    upload_docs: optional(z.string().min(1)),
  }),
  features: z.record(z.string(), featureSchema),
  /** The models users may choose from. */
  models: optional(list(z.strictObject({ id: z.string().min(1), name: z.string().min(1) }))),
  /** Extra headers Workspace sends. */
  headers: optional(z.record(z.string(), z.string())),
})

/** One agent. */
export interface WireAgent extends z.infer<typeof agent> {}

/** Reads one agent, exactly. */
export const agentSchema: z.ZodType<WireAgent> = agent

/** Every agent of a backend, by its id. */
export interface WireAgents {
  readonly [id: string]: WireAgent
}

/** Reads `agents.json`, exactly as we emit it. */
export const agentsSchema: z.ZodType<WireAgents> = z.record(z.string().regex(agentIdPattern), agentSchema)
