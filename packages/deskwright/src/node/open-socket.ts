import type { UpstreamSocket } from '../live/from-web-socket.ts'

/** Opens a socket to another server: for `fromWebSocket` of `deskwright/live`, with any headers that server wants. */
export async function openSocket(url: string, headers: Readonly<Record<string, string>> = {}): Promise<UpstreamSocket> {
  const { WebSocket } = await import('ws')
  return new WebSocket(url, { headers })
}
