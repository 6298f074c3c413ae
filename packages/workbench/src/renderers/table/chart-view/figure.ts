/** A trace of Plotly. */
export type Trace = Readonly<Record<string, unknown>>

/** What Plotly draws. */
export interface Figure {
  readonly data: readonly Trace[]
  readonly layout: Readonly<Record<string, unknown>>
}
