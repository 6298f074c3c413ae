import type { FormInputTypeName, ParamTypeName } from '../../spec/types.ts'
import { isObject } from '../answers/object.ts'
import { pick } from '../../internal/pick.ts'
import type { CommonParamOptions } from './common-options.ts'
import { toCommonWire } from './common-options.ts'
import { decodeList, decodeSingle, isAbsent } from './received.ts'

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
  readonly type: ParamTypeName | FormInputTypeName
  readonly label: string
  /** The row it is drawn in; absent and 0 are the title row. */
  readonly row?: number
  /** The wire's keys that this definition decides by itself, without `paramName` and what follows from references. */
  readonly wire: Readonly<Record<string, unknown>>
  /** Turns what arrived into the value loaders get. Absent (`undefined`, `null`, `""`, `[]`) gives the default. Never throws. */
  decode(received: Received, clock: DecodeClock): Decoded<Value>
  /** Writes a value as Workspace writes it in a query; `undefined` leaves the key out. */
  encode(value: Value): string | undefined
}

/** Any parameter. */
// any: a bound: `Param` is invariant in its value
export type AnyParam = Param<any>

/** Whether a factory made it, of whichever copy of the library. */
export function isParam(value: unknown): value is AnyParam {
  return isObject(value) && isObject(value['wire']) && typeof value['decode'] === 'function'
}

/** The value loaders get for a parameter. */
export type ParamValue<P> = P extends Param<infer Value> ? Value : never

/** Parameters by name: the record key is the `paramName`. */
export type Params = Readonly<Record<string, AnyParam>>

/** What a parameter type has to say about itself. */
export interface ParamParts<Item> {
  readonly type: ParamTypeName | FormInputTypeName
  readonly label: string
  readonly options: CommonParamOptions
  /** The wire's default; also what loaders get when the key is absent. */
  readonly value: unknown
  /** Several values at once. */
  readonly list: boolean
  /** Further keys of the wire. */
  readonly wire: Readonly<Record<string, unknown>>
  readonly decodeOne: (one: unknown, clock: DecodeClock) => Decoded<Item>
}

/**
 * Builds a parameter from its type's parts. The default goes through the same decoder as a received value, so that it is
 * resolved (`$currentDate-1y`) and typed alike.
 */
export function createParam<Value>(parts: ParamParts<unknown>): Param<Value> {
  const { type, label, options, value, list, wire, decodeOne } = parts
  const decodePresent = (received: Received, clock: DecodeClock): Decoded<unknown> => {
    const one = (item: unknown) => decodeOne(item, clock)
    return list ? decodeList(received, one) : decodeSingle(received, one)
  }
  const decode = (received: Received, clock: DecodeClock): Decoded<unknown> => {
    if (!isAbsent(received)) return decodePresent(received, clock)
    if (value === undefined || value === null) return { value: list ? [] : undefined }
    return decodePresent(value, clock)
  }
  return {
    type,
    label,
    ...pick(options, ['row']),
    wire: {
      type,
      label,
      ...(value !== undefined && { value: toWireDefault(type, value) }),
      ...wire,
      ...toCommonWire(options),
    },
    decode: decode as Param<Value>['decode'],
    encode: encodeQuery,
  }
}

/** Several values are comma text in a default, but for dropdowns of the backend: those take an array. */
function toWireDefault(type: ParamParts<unknown>['type'], value: unknown): unknown {
  return Array.isArray(value) && type !== 'endpoint' ? value.join(',') : value
}

/** Writes a value as Workspace does: lists joined with commas, empty values left out. */
function encodeQuery(value: unknown): string | undefined {
  return isAbsent(value) ? undefined : String(value)
}
