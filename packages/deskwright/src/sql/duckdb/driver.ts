import type * as Duckdb from '@duckdb/node-api'
import { DeskwrightError } from '../../errors/deskwright-error.ts'

/** The DuckDB package. It holds a native binary, so it is loaded on first use and only here. */
export type Driver = typeof Duckdb

/** Loads the DuckDB package. Throws `sql-driver-missing`. */
export async function loadDriver(load: () => Promise<Driver> = () => import('@duckdb/node-api')): Promise<Driver> {
  try {
    return await load()
  } catch (cause) {
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split('\n')
    throw new DeskwrightError(
      'sql-driver-missing',
      { feature: 'duckdb()', packageName: '@duckdb/node-api', reason: reason ?? '' },
      { cause },
    )
  }
}
