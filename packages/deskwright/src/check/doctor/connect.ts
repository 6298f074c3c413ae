import { connect as open, type Socket } from 'node:net'

/** How an attempt to connect ended. */
export type Reach =
  | { readonly kind: 'open'; readonly socket: Socket }
  | { readonly kind: 'refused' | 'silent' }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Connects to one address, within so many milliseconds. The caller destroys the socket. */
export function connect(address: string, port: number, limit: number): Promise<Reach> {
  return new Promise((resolve) => {
    const socket = open({ host: address, port, timeout: limit })
    const give = (reach: Reach) => {
      socket.removeAllListeners()
      // What fails later is told by whoever uses the socket.
      socket.on('error', () => undefined)
      socket.setTimeout(0)
      if (reach.kind !== 'open') socket.destroy()
      resolve(reach)
    }
    socket.once('connect', () => give({ kind: 'open', socket }))
    socket.once('timeout', () => give({ kind: 'silent' }))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') give({ kind: 'refused' })
      else if (error.code === 'ETIMEDOUT') give({ kind: 'silent' })
      else give({ kind: 'unreachable', reason: error.message })
    })
  })
}

/** Whether something listens there. */
export async function isOpen(address: string, port: number, limit: number): Promise<boolean> {
  const reach = await connect(address, port, limit)
  if (reach.kind === 'open') reach.socket.destroy()
  return reach.kind === 'open'
}
