import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { toTextLiteral } from './literal.ts'

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

const bigRange = (bits: bigint) => ({ min: -(1n << (bits - 1n)), max: (1n << (bits - 1n)) - 1n })

const wholeNumber = (value: bigint): TypedValue => ({
  literal: `'${value}'`,
  expected: Number.isSafeInteger(Number(value)) ? Number(value) : String(value),
})

const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
const toIso = (date: Date) => date.toISOString().replace(/\.?0*Z$/, '')
const quoted = (literal: string, expected: unknown = literal): TypedValue => ({
  literal: toTextLiteral(literal),
  expected,
})

const text = fc.string({ unit: 'binary', maxLength: 30 })

const scalars: readonly TypedValues[] = [
  { type: 'boolean', value: fc.boolean().map((value) => ({ literal: String(value), expected: value })) },
  { type: 'integer', value: fc.integer().map((value) => ({ literal: `(${value})`, expected: value })) },
  { type: 'bigint', value: fc.bigInt(bigRange(64n)).map(wholeNumber) },
  { type: 'bigint', value: fc.maxSafeInteger().map((value) => wholeNumber(BigInt(value))) },
  { type: 'ubigint', value: fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(wholeNumber) },
  { type: 'hugeint', value: fc.bigInt(bigRange(128n)).map(wholeNumber) },
  { type: 'uhugeint', value: fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }).map(wholeNumber) },
  {
    type: 'double',
    value: fc
      .double()
      .map((value) => ({ literal: `'${value}'`, expected: Number.isFinite(value) ? unsigned(value) : null })),
  },
  {
    type: 'decimal(18,3)',
    value: fc
      .bigInt(bigRange(50n))
      .map((value) => ({ literal: `'${value}e-3'`, expected: unsigned(Number(`${value}e-3`)) })),
  },
  { type: 'varchar', value: text.map((value) => quoted(value)) },
  { type: 'uuid', value: fc.uuid().map((value) => quoted(value)) },
  { type: 'date', value: instant.map((date) => quoted(date.toISOString().slice(0, 10))) },
  { type: 'timestamp', value: instant.map((date) => quoted(toIso(date), withSeconds(toIso(date)))) },
  { type: 'timestamptz', value: instant.map((date) => quoted(date.toISOString(), `${withSeconds(toIso(date))}Z`)) },
  {
    type: 'blob',
    value: fc.uint8Array({ maxLength: 20 }).map((bytes) => ({
      literal: `unhex('${Buffer.from(bytes).toString('hex')}')`,
      expected: Buffer.from(bytes).toString('base64'),
    })),
  },
  { type: 'json', value: fc.jsonValue().map((value) => quoted(JSON.stringify(value), parsed(value))) },
  { type: "enum('a', 'b c')", value: fc.constantFrom('a', 'b c').map((value) => quoted(value)) },
]

/** Any type, nested to a depth, with values of it. */
export function typedValues(depth = 2): fc.Arbitrary<TypedValues> {
  const scalar = fc.constantFrom(...scalars)
  if (depth === 0) return scalar
  const inner = typedValues(depth - 1)
  return fc.oneof(
    { weight: 3, arbitrary: scalar },
    { weight: 1, arbitrary: inner.map(listOf) },
    { weight: 1, arbitrary: fc.tuple(inner, inner).map(([first, second]) => structOf(first, second)) },
    { weight: 1, arbitrary: inner.map(mapOf) },
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
    value: fc.array(nullable(item), { maxLength: 4 }).map((items) => ({
      literal: `[${items.map(({ literal }) => literal).join(', ')}]`,
      expected: items.map(({ expected }) => expected),
    })),
  }
}

function structOf(first: TypedValues, second: TypedValues): TypedValues {
  return {
    type: `struct("a" ${first.type}, "b ""'c" ${second.type})`,
    value: fc.tuple(nullable(first), nullable(second)).map(([a, b]) => ({
      literal: `{'a': ${a.literal}, 'b "''c': ${b.literal}}`,
      expected: { a: a.expected, 'b "\'c': b.expected },
    })),
  }
}

function mapOf(item: TypedValues): TypedValues {
  return {
    type: `map(varchar, ${item.type})`,
    value: fc
      .uniqueArray(fc.tuple(text, nullable(item)), { maxLength: 3, selector: ([key]) => key })
      .map((entries) => ({
        literal: `map([${entries.map(([key]) => toTextLiteral(key)).join(', ')}]::varchar[], [${entries
          .map(([, { literal }]) => literal)
          .join(', ')}]::${item.type}[])`,
        expected: Object.fromEntries(entries.map(([key, { expected }]) => [key, expected])),
      })),
  }
}

/** SQL reads the text of minus zero as zero. */
function unsigned(value: number): number {
  return value === 0 ? 0 : value
}

/** `toISOString` without its zeros may have lost those of the seconds. */
function withSeconds(iso: string): string {
  return iso
}

function parsed(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
