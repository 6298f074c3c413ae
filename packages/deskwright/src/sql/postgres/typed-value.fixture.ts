import { Buffer } from 'node:buffer'
import fc from 'fast-check'

/** A value of an SQL type: how SQL writes it, and the JSON value that a client should get. */
export interface TypedValue {
  readonly literal: string
  readonly expected: unknown
}

/** An SQL type with values of it. */
export interface TypedValues {
  readonly type: string
  readonly value: fc.Arbitrary<TypedValue>
}

const safe = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : String(value))
const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
const toIso = (date: Date) => date.toISOString().replace(/\.?0*Z$/, '')
const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
const quoted = (literal: string, expected: unknown = literal): TypedValue => ({ literal: quote(literal), expected })
/** PostgreSQL's text has every character but NUL. */
const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => !value.includes('\0'))
const unsigned = (value: number) => (value === 0 ? 0 : value)

const scalars: readonly TypedValues[] = [
  { type: 'boolean', value: fc.boolean().map((value) => ({ literal: String(value), expected: value })) },
  { type: 'int2', value: fc.integer({ min: -32768, max: 32767 }).map((value) => quoted(String(value), value)) },
  { type: 'int4', value: fc.integer().map((value) => quoted(String(value), value)) },
  {
    type: 'int8',
    value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => quoted(String(value), safe(value))),
  },
  { type: 'int8', value: fc.maxSafeInteger().map((value) => quoted(String(value), value)) },
  {
    type: 'float8',
    value: fc.double().map((value) => quoted(String(value), Number.isFinite(value) ? unsigned(value) : null)),
  },
  {
    type: 'numeric(18,3)',
    value: fc
      .bigInt({ min: -(2n ** 49n), max: 2n ** 49n })
      .map((value) => quoted(`${value}e-3`, unsigned(Number(`${value}e-3`)))),
  },
  {
    type: 'numeric',
    value: fc.bigInt({ min: -(2n ** 120n), max: 2n ** 120n }).map((value) => quoted(String(value), safe(value))),
  },
  { type: 'text', value: text.map((value) => quoted(value)) },
  { type: 'varchar', value: text.map((value) => quoted(value)) },
  { type: 'uuid', value: fc.uuid().map((value) => quoted(value)) },
  { type: 'date', value: instant.map((date) => quoted(date.toISOString().slice(0, 10))) },
  { type: 'timestamp', value: instant.map((date) => quoted(toIso(date))) },
  { type: 'timestamptz', value: instant.map((date) => quoted(date.toISOString(), `${toIso(date)}Z`)) },
  {
    type: 'bytea',
    value: fc
      .uint8Array({ maxLength: 100 })
      .map((bytes) => quoted(`\\x${Buffer.from(bytes).toString('hex')}`, Buffer.from(bytes).toString('base64'))),
  },
  { type: 'json', value: fc.jsonValue().map((value) => quoted(JSON.stringify(value), parsed(value))) },
  { type: 'color', value: fc.constantFrom('red', 'deep blue').map((value) => quoted(value)) },
]

/** A composite of the tests. */
const amount: TypedValues = {
  type: 'money_amount',
  value: fc.tuple(...[scalars[3]!, scalars[13]!, scalars[5]!].map(nullable)).map(([amount, at, r]) => ({
    literal: `row(${amount!.literal}, ${at!.literal}, ${r!.literal})`,
    expected: { amount: amount!.expected, at: at!.expected, r: r!.expected },
  })),
}

/** Any type, arrays among them, with values of it. */
export function typedValues(): fc.Arbitrary<TypedValues> {
  const one = fc.constantFrom(...scalars, amount)
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: one.map(listOf) },
    { weight: 1, arbitrary: one.map(gridOf) },
  )
}

/** A value of a type, or NULL. */
export function nullable({ type, value }: TypedValues): fc.Arbitrary<TypedValue> {
  return fc
    .option(value, { nil: { literal: 'null', expected: null } })
    .map(({ literal, expected }) => ({ literal: `cast(${literal} as ${type})`, expected }))
}

function listOf(item: TypedValues): TypedValues {
  return {
    type: `${item.type}[]`,
    value: fc.array(nullable(item), { maxLength: 4 }).map((items) => toArray(items)),
  }
}

/** Arrays of two dimensions are of the same type as those of one. */
function gridOf(item: TypedValues): TypedValues {
  return {
    type: `${item.type}[]`,
    value: fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(nullable(item), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
      )
      .map((rows) => toArray(rows.map(toArray))),
  }
}

function toArray(items: readonly TypedValue[]): TypedValue {
  return {
    literal: `array[${items.map(({ literal }) => literal).join(', ')}]`,
    expected: items.map(({ expected }) => expected),
  }
}

function parsed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
