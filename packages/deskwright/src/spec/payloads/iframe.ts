import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { rowsSchema } from './rows.ts'

/** What a page's own widget may hold. */
const iframeDataTypes = ['table', 'markdown'] as const

const manifest = z.strictObject({
  widgetId: z.string().min(1),
  name: z.string(),
  description: optional(z.string()),
  category: optional(z.string()),
  dataType: z.enum(iframeDataTypes),
})

/** A widget inside an embedded page. */
export interface IframeManifest extends z.infer<typeof manifest> {}

/** Reads a widget inside an embedded page, exactly. */
export const iframeManifestSchema: z.ZodType<IframeManifest> = manifest

const param = z.strictObject({
  paramName: z.string().min(1),
  label: optional(z.string()),
  type: z.enum(['text', 'number', 'date', 'boolean']),
  description: optional(z.string()),
  value: optional(z.string()),
  options: optional(list(z.strictObject({ label: z.string(), value: z.string() }))),
  min: optional(z.number()),
  max: optional(z.number()),
  step: optional(z.number()),
})

/** A parameter that an embedded page declares. All values are texts. */
export interface IframeParam extends z.infer<typeof param> {}

/** Reads a parameter that an embedded page declares, exactly. */
export const iframeParamSchema: z.ZodType<IframeParam> = param

const connect = z.strictObject({
  type: z.literal('openbb-connect'),
  widgets: list(iframeManifestSchema),
  params: optional(list(iframeParamSchema)),
})
/** Announces an embedded page, once, on load. */
export interface IframeConnectMessage extends z.infer<typeof connect> {}

const data = z.strictObject({
  type: z.literal('openbb-data'),
  widgetId: z.string(),
  dataType: z.enum(iframeDataTypes),
  data: z.union([rowsSchema, z.string()]),
  columns: optional(list(z.unknown())),
})
/** Answers a request for data. */
export interface IframeDataMessage extends z.infer<typeof data> {}

const failure = z.strictObject({ type: z.literal('openbb-error'), widgetId: z.string(), error: z.string() })
/** Answers a request that failed. */
export interface IframeErrorMessage extends z.infer<typeof failure> {}

const paramsUpdate = z.strictObject({
  type: z.literal('openbb:widget-params:update'),
  params: z.record(z.string(), z.unknown()),
})
/** Sets parameters of the widget. */
export interface IframeSetParamsMessage extends z.infer<typeof paramsUpdate> {}

/** What an embedded page sends. */
export type IframePageMessage = IframeConnectMessage | IframeDataMessage | IframeErrorMessage | IframeSetParamsMessage

/** Reads what an embedded page sends, exactly. */
export const iframePageMessageSchema: z.ZodType<IframePageMessage> = z.discriminatedUnion('type', [
  connect,
  data,
  failure,
  paramsUpdate,
])

const request = z.strictObject({
  type: z.literal('openbb-request'),
  /** `null` asks for all. */
  widgetId: z.nullable(z.string()),
})
/** Asks an embedded page for data. */
export interface IframeRequestMessage extends z.infer<typeof request> {}

const toolbar = z.strictObject({ type: z.literal('openbb-params-update'), params: z.unknown() })
/** Tells an embedded page the new values of the bar. */
export interface IframeParamsMessage extends z.infer<typeof toolbar> {}

const auth = z.strictObject({ type: z.literal('openbb-auth'), headers: z.record(z.string(), z.string()) })
/** Tells an embedded page the headers of the connection. */
export interface IframeAuthMessage extends z.infer<typeof auth> {}

/** What Workspace sends to an embedded page. */
export type IframeWorkspaceMessage = IframeRequestMessage | IframeParamsMessage | IframeAuthMessage

/** Reads what Workspace sends to an embedded page, exactly. */
export const iframeWorkspaceMessageSchema: z.ZodType<IframeWorkspaceMessage> = z.discriminatedUnion('type', [
  request,
  toolbar,
  auth,
])

/** Reads what an embedded page sends, of any page: old names of messages are understood, other keys are left out. */
export const receivedIframePageMessageSchema: z.ZodType<IframePageMessage> = z.preprocess(
  (value) => {
    if (typeof value !== 'object' || value === null || !('type' in value)) return value
    if (value.type !== 'openbb:params:update' && value.type !== 'openbb:widget-params:update') return value
    const { params, paramName, value: set } = value as Record<string, unknown>
    return { type: 'openbb:widget-params:update', params: params ?? { [String(paramName)]: set } }
  },
  z.discriminatedUnion('type', [connect.strip(), data.strip(), failure.strip(), paramsUpdate]),
)
