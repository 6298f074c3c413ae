import type { Client } from 'pg'
import type { Driver } from './driver.ts'

/** What @types/pg leaves out of a client and a connection: how the server knows a running query. */
interface CancelKey {
  readonly processID: number
  readonly secretKey: number
  readonly host: string
  readonly port: number
  readonly ssl: unknown
}
interface CancelConnection {
  readonly stream: { destroy(): void }
  connect(port: number | string, host?: string): void
  requestSsl(): void
  cancel(processId: number, secretKey: number): void
  end(): void
  on(event: 'connect' | 'sslconnect' | 'error' | 'end', listener: () => void): void
}

const patience = 5000 // milliseconds

/**
 * Asks the server to stop what a connection is running, through a connection of its own, as the protocol wants it. It works through
 * poolers, which know which of their connections is meant. Comes back when the server has passed it on; failing is as good as asking too late.
 */
export async function cancelQuery(driver: Driver, client: Client): Promise<void> {
  const { processID, secretKey, host, port, ssl } = client as unknown as CancelKey
  const connection = new driver.Connection({ ssl } as never) as unknown as CancelConnection
  let timer: ReturnType<typeof setTimeout> | undefined
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
    const ask = () => connection.cancel(processID, secretKey)
    connection.on('connect', () => (ssl ? connection.requestSsl() : ask()))
    connection.on('sslconnect', ask)
    connection.on('error', resolve)
    connection.on('end', resolve)
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`)
    else connection.connect(port, host)
  })
  clearTimeout(timer)
  connection.stream.destroy()
}
