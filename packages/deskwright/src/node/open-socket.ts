import type { WebSocket } from 'ws'

/** Opens a socket to another server: for `fromWebSocket` of `deskwright/live`, with any headers that server wants. */
export async function openSocket(url: string, headers: Readonly<Record<string, string>> = {}): Promise<WebSocket> {
  const { WebSocket } = await import('ws')
  return new WebSocket(url, { headers })
}
