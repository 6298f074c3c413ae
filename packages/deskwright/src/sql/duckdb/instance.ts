import type { DuckDBConnection } from '@duckdb/node-api'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { loadDriver, type Driver } from './driver.ts'
import { toReason } from './failure.ts'
import { toTextLiteral } from './literal.ts'
import { createViews, type Views } from './views.ts'
import type { View } from './view-source.ts'

/** What is opened. */
export interface InstancePlan {
  readonly file: string | undefined
  readonly settings: Readonly<Record<string, string>>
  readonly views: readonly View[]
  readonly load?: () => Promise<Driver>
}

/** An open DuckDB. */
export interface Instance {
  readonly driver: Driver
  readonly views: Views
  /** Opens a connection that sees the views and the file's tables. */
  connect(): Promise<DuckDBConnection>
  close(): void
}

// Nothing is fetched: extensions that are not built in stay away.
const config = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
}

// A join with up to this many rows reads only the parts of a table that may hold them: pages are read by row number.
const defaultSettings = { TimeZone: 'UTC', dynamic_or_filter_threshold: '1000' }

/**
 * Opens DuckDB in memory. A database file is attached beside the views for reading only, so that several processes can share it.
 * Throws `sql-driver-missing`, `sql-setting-refused`, `sql-file-unreadable`. A view that cannot be read fails the queries that use it.
 */
export async function openInstance({ file, settings, views, load }: InstancePlan): Promise<Instance> {
  const driver = await loadDriver(load)
  const database = await driver.DuckDBInstance.create(':memory:', config)
  try {
    const connection = await database.connect()
    await applySettings(connection, { ...defaultSettings, ...settings })
    if (file !== undefined) await attach(connection, file)
    connection.closeSync()

    const made = createViews(views)
    const instance: Instance = { driver, views: made, connect, close: () => database.closeSync() }
    await made.open(instance)
    return instance
  } catch (error) {
    database.closeSync()
    throw error
  }

  async function connect(): Promise<DuckDBConnection> {
    const connection = await database.connect()
    if (file !== undefined) await connection.run(`set search_path = 'memory.main,file.main'`)
    return connection
  }
}

async function applySettings(connection: DuckDBConnection, settings: Readonly<Record<string, string>>): Promise<void> {
  for (const [setting, value] of Object.entries(settings)) {
    try {
      await connection.run(`set global "${setting.replaceAll('"', '""')}" = ${toTextLiteral(value)}`)
    } catch (cause) {
      throw new DeskwrightError('sql-setting-refused', { setting, value, reason: toReason(cause) }, { cause })
    }
  }
}

async function attach(connection: DuckDBConnection, file: string): Promise<void> {
  try {
    await connection.run(`attach ${toTextLiteral(file)} as file (read_only)`)
  } catch (cause) {
    throw new DeskwrightError('sql-file-unreadable', { file, reason: toReason(cause) }, { cause })
  }
}
