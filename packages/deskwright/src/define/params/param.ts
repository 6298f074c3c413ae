import type { WireParam } from '../../spec/types.ts'

/** What decoding one value gives: the value, or what was wrong with it (`expected a number, got "abc"`). */
export type Decoded<Value> = { readonly value: Value } | { readonly problem: string }

/** What decoding may depend on. The clock is passed in so that `$currentDate` can be tested. */
export interface DecodeClock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/**
 * What arrived for one parameter: text from a query (several when the key was repeated), any JSON value from a body,
 * `undefined` when the key was absent.
 */
export type Received = unknown

declare const valueType: unique symbol

/** A parameter of widgets: what the client draws, and how its value travels. `Value` is what loaders get. */
export interface Param<Value = unknown> {
  readonly [valueType]?: Value
  /** The wire's type name. */
  readonly type: WireParam['type'] & string
  readonly label: string
  /** The keys of the wire's parameter entry that this definition decides, without `paramName` and reference-dependent ones. */
  readonly wire: Readonly<Record<string, unknown>>
  /** Turns what arrived into the value loaders get. Absent (`undefined`, `null`, `""`) gives the default. Never throws. */
  decode(received: Received, clock: DecodeClock): Decoded<Value>
  /** Writes a value as Workspace writes it in a query; `undefined` leaves the key out. */
  encode(value: Value): string | undefined
}

/** The value loaders get for a parameter. */
export type ParamValue<P> = P extends Param<infer Value> ? Value : never

/** Parameters by name: the record key is the `paramName`. */
export type Params = Readonly<Record<string, Param<any>>> // any: Param is invariant in Value, and this is a bound
