import type { Client, PoolClient, PoolConfig } from 'pg'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { createGate } from '../gate.ts'
import { toConnectionReason, toState } from './failure.ts'
import { loadDriver, type Driver } from './driver.ts'

/** What is connected to, and how often. */
export interface PoolPlan {
  readonly connection: PoolConfig
  readonly max: number
  /** How long a query waits for a connection, in milliseconds. */
  readonly queueTimeout: number
  /** How many queries wait for one. */
  readonly maxQueue: number
  readonly load?: (() => Promise<Driver>) | undefined
}

/** A connection that is lent. */
export interface Lease {
  readonly driver: Driver
  readonly client: Client
  /** Whether it was opened for this lease. One that was not may have died unnoticed. */
  readonly isNew: boolean
  /** Gives it back; a broken one is thrown away. */
  release(broken: boolean): void
}

/** Connections to one server. */
export interface Pool {
  /** `host:port`, for messages. */
  readonly address: string
  /**
   * Lends a connection: first come, first served. Throws `sql-busy` when none becomes free in time or too many wait, `sql-unreachable` when the server
   * does not answer, `sql-connection-refused` when it does not let us in.
   */
  lend(signal?: AbortSignal): Promise<Lease>
  /** Opens a connection that is not one of the pool's and has to be ended by its owner. Throws as `lend` does. */
  connect(): Promise<Client>
  close(): Promise<void>
}

const retryAfter = 5 // seconds
// Of the system, of TLS and of the driver: nobody is there, or nobody who has time.
const unreachable = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|08|53|57P)/
const lost = /timeout expired|terminated|Client has encountered a connection error/

/** Opens a pool. It connects when a connection is wanted. Throws `sql-driver-missing` and `sql-address-invalid`. */
export async function openPool({ connection, max, queueTimeout, maxQueue, load }: PoolPlan): Promise<Pool> {
  const driver = await loadDriver(load)
  const { target, named } = toTarget(driver, connection)
  const { host, port, user = '', database = '' } = named
  const address = `${host}:${port}`
  const pool = new driver.Pool({ ...target, max, allowExitOnIdle: true })
  pool.on('error', () => {}) // an idle connection has ended; the pool has dropped it
  const busy = { address, max, queueTimeout, maxQueue, retryAfter }
  const refuse = () => new DeskwrightError('sql-busy', busy)
  const gate = createGate(max, { time: queueTimeout, most: maxQueue, refuse })
  const known = new WeakSet<PoolClient>()

  return {
    address,
    async lend(signal) {
      const leave = await gate.enter(signal)
      try {
        const client = await pool.connect()
        client.on('error', ignore) // whoever uses it is told by its query
        const isNew = !known.has(client)
        known.add(client)
        return {
          driver,
          client,
          isNew,
          release(broken) {
            client.off('error', ignore)
            client.release(broken)
            leave()
          },
        }
      } catch (error) {
        leave()
        throw toConnectionError(error)
      }
    },
    async connect() {
      const client = new driver.Client(target)
      client.on('error', ignore) // whoever uses it is told by its end
      try {
        await client.connect()
        return client
      } catch (error) {
        await client.end().catch(ignore)
        throw toConnectionError(error)
      }
    },
    close: () => pool.end(),
  }

  function toConnectionError(cause: unknown): DeskwrightError {
    const reason = toConnectionReason(cause)
    const details = { address, reason, user, database }
    return isLoss(cause)
      ? new DeskwrightError('sql-unreachable', { ...details, retryAfter }, { cause })
      : new DeskwrightError('sql-connection-refused', details, { cause })
  }
}

/** Says that a connection was lost while it was used. */
export function toLossError(address: string, cause: unknown): DeskwrightError {
  return new DeskwrightError('sql-unreachable', { address, reason: toConnectionReason(cause), retryAfter }, { cause })
}

/** Whether an error means that the server is away, rather than that it refuses us. */
export function isLoss(error: unknown): boolean {
  const code = toState(error) || ((error as { code?: string } | undefined)?.code ?? '')
  return unreachable.test(code) || lost.test(toConnectionReason(error))
}

/**
 * Reads the url as the driver does, and lets the other options win. `named` has what the environment adds. What the driver throws is not
 * passed on: the url may hold a password.
 */
function toTarget(driver: Driver, { connectionString, ...options }: PoolConfig): { target: PoolConfig; named: Client } {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  try {
    const url = connectionString === undefined ? {} : parametersOf(new driver.Client({ connectionString }))
    const target = { ...url, ...given }
    return { target, named: new driver.Client(target) }
  } catch {
    const example = 'postgres://user:password@host:5432/database'
    throw new DeskwrightError('sql-address-invalid', { feature: 'postgres()', example })
  }
}

/** What a client has made of its options. The driver keeps the password out of sight. */
function parametersOf(client: Client): PoolConfig {
  const { connectionParameters } = client as unknown as { connectionParameters: PoolConfig }
  const { password } = connectionParameters
  return { ...connectionParameters, ...(password !== undefined && { password }) }
}

function ignore(): void {}
