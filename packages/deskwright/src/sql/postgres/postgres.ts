import { createDatabase, type Database } from '../database.ts'
import type { Limits } from '../limits.ts'
import { createPostgresEngine } from './engine.ts'

/** Options of `postgres`. */
export interface PostgresOptions extends Limits {
  /**
   * `postgres://user:password@host:5432/database?sslmode=require`. Whatever neither this nor the other options say comes from the
   * environment, as with every PostgreSQL program: PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGSSLMODE.
   */
  readonly url?: string
  readonly host?: string
  readonly port?: number
  readonly user?: string
  /** The password, or what finds it out for each new connection. */
  readonly password?: string | (() => string | Promise<string>)
  readonly database?: string
  /** `true` encrypts and verifies the certificate; options of TLS go to the driver: `{ ca: '…' }`. */
  readonly ssl?: boolean | Readonly<Record<string, unknown>>
  /** The most connections at a time, 10 by default. Further queries wait in line. */
  readonly max?: number
  /** How long a query waits in line before it is answered with 503, in milliseconds; 10,000 by default. */
  readonly queueTimeout?: number
  /** How many queries may wait in line; a further one is answered with 503 at once. 1,000 by default. */
  readonly maxQueue?: number
  /** How long to wait for a new connection, in milliseconds; 10,000 by default. */
  readonly connectTimeout?: number
  /** Settings of the server that hold for every query: `{ search_path: 'market, public' }`. `TimeZone` is UTC unless set here. */
  readonly settings?: Readonly<Record<string, string>>
}

const defaultSettings = { TimeZone: 'UTC', DateStyle: 'ISO', IntervalStyle: 'postgres', extra_float_digits: '3' }

/**
 * Makes a database on a PostgreSQL server, or one that speaks its protocol, over a pool of connections. It connects with the first query,
 * and every query runs in a read-only transaction. Needs the package `pg`.
 * Queries fail with `sql-driver-missing`, `sql-address-invalid`, `sql-connection-refused`, `sql-unreachable`, `sql-busy`, `sql-failed`.
 */
export function postgres(options: PostgresOptions = {}): Database {
  const { url, settings, timeout, maxRows, ...others } = options
  const { max = 10, queueTimeout = 10_000, maxQueue = 1000, connectTimeout = 10_000, ...target } = others
  const connection = {
    ...(url !== undefined && { connectionString: url }),
    ...target,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    fallback_application_name: 'deskwright',
  }
  return createDatabase(
    createPostgresEngine({ connection, max, queueTimeout, maxQueue, settings: { ...defaultSettings, ...settings } }),
    { ...(timeout !== undefined && { timeout }), ...(maxRows !== undefined && { maxRows }) },
  )
}
