import { z } from 'zod'
import { jsonObject, list, optional } from '../exact.ts'
import { gridColumns, gridRows } from '../constants.ts'
import { dataSchema } from './data.ts'
import { paramsSchema } from './param.ts'
import { paramsOf } from './params-of.ts'
import { widgetTypes } from './widget-types.ts'

const milliseconds = z.union([z.number().min(1000), z.literal(false)])

const gridData = z.strictObject({
  w: z.number().positive().max(gridColumns),
  h: z.number().positive().max(gridRows),
  minW: optional(z.number().positive().max(gridColumns)),
  minH: optional(z.number().positive().max(gridRows)),
  maxW: optional(z.number().positive().max(gridColumns)),
  maxH: optional(z.number().positive().max(gridRows)),
})

/** A widget's default size: 40 columns is the full width. */
export interface WireGridData extends z.infer<typeof gridData> {}

/** Reads a widget's default size, exactly. */
export const gridDataSchema: z.ZodType<WireGridData> = gridData

const widget = z.strictObject({
  name: z.string().min(1),
  /** Shown as a tooltip, searched, and read by agents. */
  description: z.string().min(1),
  type: z.enum(widgetTypes),
  /** Path or URL of the data. */
  endpoint: z.string().min(1),
  category: optional(z.string()),
  subCategory: optional(z.string()),
  searchCategory: optional(z.string()),
  source: optional(list(z.string())),
  params: optional(paramsSchema),
  data: optional(dataSchema),
  gridData: optional(gridDataSchema),
  /** Path of a live grid's socket. */
  wsEndpoint: optional(z.string().min(1)),
  /** Fetches only when the user presses the button. */
  runButton: optional(z.boolean()),
  exportable: optional(z.boolean()),
  /** Offers the raw-data switch. */
  raw: optional(z.boolean()),
  /** Milliseconds until the data is stale, at least 1000; `false` for never. */
  staleTime: optional(milliseconds),
  /** Milliseconds between automatic fetches, at least 1000; a cron text; `false` for never. */
  refetchInterval: optional(z.union([milliseconds, z.string().min(1)])),
  /** A cron text that is only displayed. */
  dataUpdateDisplay: optional(z.string().min(1)),
  showTitle: optional(z.boolean()),
  /** Settings that persist with the widget. */
  storage: optional(jsonObject),
  /** The tool of an MCP server whose answer belongs to this widget. */
  mcp_tool: optional(z.strictObject({ mcp_server: z.string().min(1), tool_id: z.string().min(1) })),
  /** Hides the widget from every agent. */
  disableRetrievalForCopilot: optional(z.boolean()),
  copilotParseAs: optional(z.enum(['structured', 'unstructured'])),
  /** A preview picture for the menu. */
  imgUrl: optional(z.string()),
})

/** One widget. */
export interface WireWidget extends z.infer<typeof widget> {}

/** Reads one widget, exactly. */
export const widgetSchema: z.ZodType<WireWidget> = widget.superRefine((entry, context) => {
  const params = paramsOf(entry)
  const selectors = params.filter(({ type, roles = [] }) => type === 'endpoint' && roles.includes('fileSelector'))
  if (entry.type === 'multi_file_viewer' && selectors.length !== 1) {
    const message = `exactly one endpoint parameter with roles ["fileSelector"] is required, not ${selectors.length}`
    context.addIssue({ code: 'custom', path: ['params'], message })
  }
  if (entry.type === 'omni' && !params.some(({ type, paramName }) => type === 'text' && paramName === 'prompt')) {
    context.addIssue({ code: 'custom', path: ['params'], message: 'a text parameter named "prompt" is required' })
  }
  if (entry.type === 'live_grid' && entry.wsEndpoint === undefined) {
    context.addIssue({ code: 'custom', path: ['wsEndpoint'], message: 'required for type "live_grid"' })
  }
})

/** Every widget of a backend, by its id. */
export interface WireWidgets {
  readonly [id: string]: WireWidget
}

/** Reads `widgets.json`, exactly as we emit it: unknown keys, aliases and values of the wrong type are refused. */
export const widgetsSchema: z.ZodType<WireWidgets> = z.record(z.string().min(1), widgetSchema)
