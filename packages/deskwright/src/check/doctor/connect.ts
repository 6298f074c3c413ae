import { connect as open, type Socket } from 'node:net'

/** How long a step of the doctor may take, and what ends it. */
export interface Patience {
  /** Milliseconds. */
  readonly limit: number
  readonly signal: AbortSignal
}

/** How an attempt to connect ended. */
export type Reach =
  | { readonly kind: 'open'; readonly socket: Socket }
  | { readonly kind: 'refused' | 'silent' }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** Connects to one address. The caller destroys the socket; the signal does it too. Throws only when the signal ended it. */
export function connect(address: string, port: number, { limit, signal }: Patience): Promise<Reach> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const socket = open({ host: address, port, timeout: limit, signal })
    const give = (reach: Reach) => {
      socket.removeAllListeners()
      // What fails later is told by whoever uses the socket.
      socket.on('error', () => undefined)
      socket.setTimeout(0)
      if (reach.kind !== 'open') socket.destroy()
      if (signal.aborted) reject(toReason(signal))
      else resolve(reach)
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
export async function isOpen(address: string, port: number, patience: Patience): Promise<boolean> {
  const reach = await connect(address, port, patience)
  if (reach.kind === 'open') reach.socket.destroy()
  return reach.kind === 'open'
}

/** The reason of a signal is whatever its owner gave. */
function toReason(signal: AbortSignal): Error {
  return signal.reason as Error
}
