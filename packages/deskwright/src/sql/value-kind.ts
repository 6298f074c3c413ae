/** What the values of a column are, as far as filtering, sorting and summing go. */
export type ValueKind =
  | NumberKind
  | DateKind
  | TimestampKind
  | OtherKind
  | { readonly is: 'float' | 'boolean' | 'text' }

/** Exact numbers: whole ones and decimals. */
export interface NumberKind {
  readonly is: 'number'
  /** Digits after the point; absent when there is no limit. */
  readonly scale?: number
  /** The least and the greatest value, in units of the last digit; absent when there is no limit. */
  readonly range?: readonly [least: bigint, greatest: bigint]
}

/** Days. */
export interface DateKind {
  readonly is: 'date'
}

/** Points in time. */
export interface TimestampKind {
  readonly is: 'timestamp'
  /** The type that a compared text is cast to. */
  readonly castAs: string
  /** The first and the last year that the type holds whole; absent when it holds 1 to 9999. */
  readonly years?: readonly [first: number, last: number]
}

/** Anything else: it is grouped and searched by its text. */
export interface OtherKind {
  readonly is: 'other'
  /** Whether the engine can sort it. */
  readonly isOrdered?: boolean
}
