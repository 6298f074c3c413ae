import { z } from 'zod'
import { optional } from '../exact.ts'
import { mcpAuthTypes } from './app-values.ts'

const mcpServer = z.strictObject({
  name: z.string().min(1),
  /** Absolute URL of the streamable HTTP endpoint. */
  url: z.url(),
  description: optional(z.string()),
  authType: optional(z.enum(mcpAuthTypes)),
})

/** An MCP server that an app connects. */
export interface WireMcpServer extends z.infer<typeof mcpServer> {}

/** Reads an app's MCP server, exactly. */
export const mcpServerSchema: z.ZodType<WireMcpServer> = mcpServer
