import type { WireMcpServer } from '../spec/types.ts'
import type { Asset } from './asset.ts'
import type { GroupDefinition } from './group.ts'
import type { Place } from './place.ts'
import type { Prompt } from './prompt.ts'
import type { AnyWidget } from './widget.ts'

/** One row of a tab, left to right: widgets, or places to say more about them. Together they fill the 40 columns. */
export type LayoutRow = readonly (AnyWidget | Place)[]

/** A tab, top to bottom: rows, single widgets as rows of their own, or places with an `x` and `y`. */
export type TabLayout = readonly (LayoutRow | AnyWidget | Place)[]

/** A picture: a URL, a path, `data:`, or a file that the backend serves. */
export type Picture = string | Asset

/** A ready dashboard. The keys are the wire's; `tabs` is by name and by reference. */
export interface App {
  /** The title. Its slug is the app's identity: renaming makes a new app. */
  readonly name: string
  /** The tabs by name, in order. */
  readonly tabs: Readonly<Record<string, TabLayout>>
  readonly description?: string
  readonly img?: Picture
  readonly img_dark?: Picture
  readonly img_light?: Picture
  /** May users change their copy. Default `true`. */
  readonly allowCustomization?: boolean
  /** Suggested questions; mention widgets by reference with the `prompt` tag. */
  readonly prompts?: readonly (string | Prompt)[]
  /** Default: one group for every parameter that two placed widgets share. Given: exactly these. */
  readonly groups?: readonly GroupDefinition[]
  readonly selected_agent?: string
  readonly authentication?: string
  readonly mcp_servers?: readonly WireMcpServer[]
}

/**
 * Declares an app.
 * @see apps-json §2
 */
export function app(options: App): App {
  return options
}
