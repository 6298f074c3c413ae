import { once } from 'node:events'
import type { WebSocket, WebSocketServer } from 'ws'

/** A socket that a page has opened, and the message that it sent first. */
export interface AcceptedSocket {
  readonly socket: WebSocket
  readonly first: unknown
}

/** Waits for the next socket. To be called before the page opens it: the first message may come while the page still loads. */
export async function acceptSocket(server: WebSocketServer): Promise<AcceptedSocket> {
  const [socket] = (await once(server, 'connection')) as [WebSocket]
  const [message] = (await once(socket, 'message')) as [Buffer]
  return { socket, first: JSON.parse(String(message)) as unknown }
}
