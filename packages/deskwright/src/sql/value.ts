/** A single value that can be bound. A `Date` is an instant, bound as a timestamp in UTC. */
export type SqlScalar = string | number | bigint | boolean | null | Date | Uint8Array

/** A value that can be bound: a scalar, or an array of them. */
export type SqlValue = SqlScalar | readonly SqlScalar[]
