import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { groupSchema } from './group.ts'
import { layoutItemSchema } from './layout-item.ts'
import { mcpServerSchema } from './mcp-server.ts'

const tab = z.strictObject({
  /** Equal to the tab's key. */
  id: z.string(),
  name: z.string(),
  layout: list(layoutItemSchema),
})

/** One tab of an app. */
export interface WireTab extends z.infer<typeof tab> {}

/** Reads one tab, exactly. */
export const tabSchema: z.ZodType<WireTab> = tab

const app = z.strictObject({
  /** Unique in a backend: Workspace makes the app's identity from it. */
  name: z.string().min(1),
  description: optional(z.string()),
  /** Thumbnail: a URL, a path of the backend, or data. */
  img: z.string(),
  img_dark: z.string(),
  img_light: z.string(),
  /** Whether users may change their copy. */
  allowCustomization: z.boolean(),
  /** The order of the keys is the order of the tabs. A single tab without a bar has the key, id and name `""`. */
  tabs: z.record(z.string(), tabSchema),
  groups: list(groupSchema),
  /** Suggestions; `@[id:WIDGET_ID]` mentions a widget. */
  prompts: list(z.string()),
  /** The id of the agent that is selected when the app opens. */
  selected_agent: optional(z.string()),
  authentication: optional(z.string()),
  mcp_servers: optional(list(mcpServerSchema)),
})

/** One app. */
export interface WireApp extends z.infer<typeof app> {}

/** Reads one app, exactly. */
export const appSchema: z.ZodType<WireApp> = app.superRefine((entry, context) => {
  for (const [key, { id }] of Object.entries(entry.tabs)) {
    if (id !== key)
      context.addIssue({ code: 'custom', path: ['tabs', key, 'id'], message: `expected "${key}", the tab's key` })
  }
})

/** Every app of a backend. */
export type WireApps = readonly WireApp[]

/** Reads `apps.json`, exactly as we emit it. */
export const appsSchema: z.ZodType<WireApps> = list(appSchema)
