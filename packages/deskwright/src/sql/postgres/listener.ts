import type { Client, Notification } from 'pg'
import { reload, type Reload } from '../../define/live-update.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { createChannel, type Channel } from '../../internal/channel.ts'
import { toLossError, type Pool } from './pool.ts'

type Reader = Channel<string | Reload>

/** A connection that listens, and who reads which channel. */
interface Line {
  readonly client: Promise<Client>
  readonly readers: Map<string, Set<Reader>>
}

/** Hears the notifications of a server. */
export interface Listener {
  listen(channel: string, signal: AbortSignal): AsyncIterable<string | Reload>
  /** Ends for all who read. */
  close(): void
}

const overrun = {
  limit: 10_000,
  toError: (limit: number) => new DeskwrightError('sql-notifications-overrun', { limit }),
}

/** Makes a listener. All channels share one connection, which is open while there are readers. */
export function createListener(open: () => Promise<Pool>): Listener {
  let line: Line | undefined

  const connect = (): Line => {
    const readers: Line['readers'] = new Map()
    const fail = (error: unknown) => {
      if (line === own) line = undefined
      for (const reader of [...readers.values()].flatMap((some) => [...some])) reader.fail(error)
    }
    const begin = async (): Promise<Client> => {
      const pool = await open()
      const client = await pool.connect()
      client.on('notification', ({ channel, payload = '' }: Notification) => {
        for (const reader of readers.get(channel) ?? []) reader.push(payload)
      })
      client.once('end', () => fail(toLossError(pool.address, new TypeError('the connection has ended'))))
      return client
    }
    const own: Line = { client: begin(), readers }
    own.client.catch(fail)
    return own
  }

  const hangUp = (own: Line): void => {
    if (line === own) line = undefined
    void own.client.then((client) => client.end()).catch(() => {})
  }

  const run = async ({ client }: Line, command: 'listen' | 'unlisten', channel: string): Promise<void> => {
    const connected = await client
    await connected.query(`${command} ${connected.escapeIdentifier(channel)}`)
  }

  return {
    listen(channel, signal) {
      const own = (line ??= connect())
      const readers = own.readers.get(channel) ?? new Set<Reader>()
      const leave = () => {
        readers.delete(reader)
        if (readers.size > 0) return
        own.readers.delete(channel)
        if (own.readers.size === 0) hangUp(own)
        else run(own, 'unlisten', channel).catch(() => {})
      }
      const reader = createChannel<string | Reload>(signal, leave, overrun)
      own.readers.set(channel, readers.add(reader))
      if (signal.aborted) leave()
      else
        run(own, 'listen', channel).then(
          () => reader.push(reload),
          (error: unknown) => reader.fail(error),
        )
      return reader
    },
    close() {
      if (line === undefined) return
      for (const reader of [...line.readers.values()].flatMap((some) => [...some])) reader.end()
    },
  }
}
