import { pick } from '../internal/pick.ts'
import type { WireGridData } from '../spec/types.ts'
import type { CacheOptions } from './cache.ts'
import type { Params } from './params/param.ts'

/** What every widget may say. The keys are the wire's, but for `params`, `timeout` and `cache`. */
export interface WidgetOptions<P extends Params> {
  /** The title. */
  readonly name: string
  /** Tooltip, search text, and what AI agents read. Default: the name. */
  readonly description?: string
  /** Where the catalogue lists it. */
  readonly category?: string
  /** Where in its category. */
  readonly subCategory?: string
  /** Who provides the data. */
  readonly source?: string | readonly string[]
  /** Parameters by name. Share one between widgets and they form a group. */
  readonly params?: P
  /** The path the data is served at, or the full URL of another server. Default: `widgets/<id>`. `{name}` takes a parameter. */
  readonly endpoint?: string
  /** The size on the grid: `w` of 40 columns, `h` in rows. */
  readonly gridData?: WireGridData
  /** Fetch only when the user presses Run. */
  readonly runButton?: boolean
  /** How often to fetch again: milliseconds (1000 or more), a cron text, or `false` for never. */
  readonly refetchInterval?: number | false | string
  /** When data counts as old: after milliseconds (1000 or more), or `false` for never. */
  readonly staleTime?: number | false
  /** A cron text, only displayed. */
  readonly dataUpdateDisplay?: string
  /** Whether users may export the data. Default: yes. */
  readonly exportable?: boolean
  /** Whether the title bar shows the name. Default: yes. */
  readonly showTitle?: boolean
  /** Settings that Workspace keeps with the widget. */
  readonly storage?: Readonly<Record<string, unknown>>
  /** The MCP tool this widget shows: the server's display name and the tool's name. */
  readonly mcp_tool?: { readonly mcp_server: string; readonly tool_id: string }
  /** Hides the widget from every AI agent. */
  readonly disableRetrievalForCopilot?: boolean
  /** How AI agents are to read the data. */
  readonly copilotParseAs?: 'structured' | 'unstructured'
  /** A picture for the catalogue. */
  readonly imgUrl?: string
  /** How long loading may take, in milliseconds. Default: the backend's. */
  readonly timeout?: number
  /** How long an answer may be used again. Default: not at all. */
  readonly cache?: CacheOptions
}

const wireKeys = [
  'runButton',
  'refetchInterval',
  'staleTime',
  'dataUpdateDisplay',
  'exportable',
  'showTitle',
  'storage',
  'mcp_tool',
  'disableRetrievalForCopilot',
  'copilotParseAs',
  'imgUrl',
] as const satisfies readonly (keyof WidgetOptions<Params>)[]

/** The wire's keys among a widget's options, besides those the manifest computes. */
export function toWidgetWire(options: WidgetOptions<Params>): Record<string, unknown> {
  return pick(options, wireKeys)
}
