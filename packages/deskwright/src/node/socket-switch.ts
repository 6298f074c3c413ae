import type { Server } from 'node:http'
import type { Backend, RuntimeOptions } from '../http/backend.ts'
import type { Sockets } from './sockets.ts'

/** What a socket may send at once, unless the backend says otherwise; a request body may be as long. */
const mostBytes = 1_048_576

/** Clients answer a goodbye at once, or not at all. */
const goodbye = 1000

/** Takes sockets for whichever backend is served. What they need is loaded when the first backend with an address for them comes. */
export function createSocketSwitch(server: Server, runtime: RuntimeOptions) {
  let sockets: Sockets | undefined
  let switching: Promise<void> = Promise.resolve()
  const turnTo = async (backend: Backend): Promise<void> => {
    if (sockets !== undefined) return sockets.swap(backend.createConnect(runtime))
    if (backend.manifest.sockets.length === 0) return
    const { createSockets } = await import('./sockets.ts')
    const limit = backend.options.bodyLimit ?? mostBytes
    sockets = createSockets(server, backend.createConnect(runtime), limit)
  }
  return {
    use: (backend: Backend): Promise<void> => (switching = switching.then(() => turnTo(backend))),
    close: async (grace: number) => sockets?.close(Math.min(grace, goodbye)),
  }
}
