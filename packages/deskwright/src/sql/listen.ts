import type { Reload } from '../define/live-update.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Database } from './database.ts'

/**
 * Gives the payloads of what `NOTIFY` sends to a channel, until the signal aborts: updates for `liveGrid` of `deskwright/live`. When the
 * database has begun to listen it gives `reload`, so that the grid loads its rows after that. All channels of a database share one
 * connection besides those of its queries. Fails with `sql-listen-unsupported`, and when the connection is lost with `sql-unreachable`:
 * a live grid then begins anew.
 */
export function listen(db: Database, channel: string, signal: AbortSignal): AsyncIterable<string | Reload> {
  const { engine } = db
  if (engine.listen === undefined) throw new DeskwrightError('sql-listen-unsupported', { engine: engine.dialect.name })
  return engine.listen(channel, signal)
}
