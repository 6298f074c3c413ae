import type * as Postgres from 'pg'
import { DeskwrightError } from '../../errors/deskwright-error.ts'

/** The PostgreSQL driver. It opens sockets, so it is loaded on first use and only here. */
export type Driver = typeof Postgres

/** Loads the driver. Throws `sql-driver-missing`. */
export async function loadDriver(load: () => Promise<Driver> = () => import('pg')): Promise<Driver> {
  try {
    return await load()
  } catch (cause) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new DeskwrightError(
      'sql-driver-missing',
      { feature: 'postgres()', packageName: 'pg', reason: reason ?? '' },
      { cause },
    )
  }
}
