import { pick } from '../../internal/pick.ts'

/** What every parameter may say about how it is drawn. The keys are the wire's. */
export interface CommonParamOptions {
  /** Hover text; AI agents read it too. */
  readonly description?: string
  /** `false`: not drawn, but still sent. */
  readonly show?: boolean
  /** The row it is drawn in; 0 is the title row. */
  readonly row?: number
  readonly placeholder?: string
  /** `popupWidth` is in pixels, 200 to 1000. */
  readonly style?: { readonly popupWidth?: number }
  /** Overrides which parameters count as the same when users group widgets by hand. */
  readonly groupById?: string
}

/** The drawing keys of the wire. */
export function toCommonWire(options: CommonParamOptions): Record<string, unknown> {
  return pick(options, ['description', 'show', 'placeholder', 'style', 'groupById'])
}
