import { ServerResponse, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Connect } from '../http/backend.ts'
import { createNodeSocket } from './node-socket.ts'

/** The sockets of a server. */
export interface Sockets {
  readonly size: number
  /** Asks another backend about sockets from now on. Those that are open are closed, so that their clients come back to it. */
  swap(connect: Connect): void
  /** Says goodbye to every client; whoever has not answered in time is cut off. */
  close(milliseconds: number): Promise<void>
}

/** How sockets are watched, in milliseconds. */
export interface SocketTimes {
  /** Between two pings. */
  readonly ping: number
  /** Without any sign of life; then a client is dead. One that only stops reading for a while is not. */
  readonly silence: number
}

const times: SocketTimes = { ping: 30_000, silence: 120_000 }
const goingAway = 1001
const serviceRestart = 1012

/**
 * Lets a server take sockets. Other upgrades that clients offer (h2c) are not taken: they are answered as plain requests.
 */
export function createSockets(server: Server, connect: Connect, mostBytes: number, { ping, silence } = times): Sockets {
  const answering = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: mostBytes,
  })
  const heard = new Map<WebSocket, number>()
  let current = connect
  let timer: ReturnType<typeof setInterval> | undefined
  let settle: (() => void) | undefined
  let isClosing = false

  const watch = (socket: WebSocket) => {
    const hear = () => void heard.set(socket, performance.now())
    hear()
    timer ??= setInterval(lookAfter, ping)
    socket.on('pong', hear)
    socket.on('message', hear)
    socket.on('error', () => {}) // closing follows
    socket.once('close', () => {
      heard.delete(socket)
      if (heard.size > 0) return
      clearInterval(timer)
      timer = undefined
      settle?.()
    })
  }
  const lookAfter = () => {
    const now = performance.now()
    for (const [socket, at] of heard) {
      if (now - at > silence) socket.terminate()
      else socket.ping()
    }
  }
  const letIn = async (message: IncomingMessage, stream: Duplex, head: Buffer) => {
    const ignore = () => {}
    stream.on('error', ignore)
    const asked = current
    const verdict = await asked(toRequest(message))
    stream.off('error', ignore)
    if (stream.destroyed) return
    if (isClosing) return void stream.destroy()
    if (verdict instanceof Response) return reply(message, stream, verdict)
    answering.handleUpgrade(message, stream, head, (socket) => {
      watch(socket)
      verdict(createNodeSocket(socket, stream))
      if (asked !== current) socket.close(serviceRestart)
    })
  }

  const upgrade = (message: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (message.headers.upgrade?.toLowerCase() === 'websocket') {
      letIn(message, stream, head).catch(() => stream.destroy())
    } else {
      const response = new ServerResponse(message)
      response.shouldKeepAlive = false
      response.assignSocket(stream as never)
      response.once('finish', () => stream.end())
      server.emit('request', message, response)
    }
  }
  server.on('upgrade', upgrade)
  const closeAll = (code: number) => {
    for (const socket of heard.keys()) socket.close(code)
  }

  return {
    get size() {
      return heard.size
    },
    swap(next) {
      current = next
      closeAll(serviceRestart)
    },
    async close(milliseconds) {
      isClosing = true
      if (heard.size === 0) return
      const closed = new Promise<void>((resolve) => (settle = resolve))
      closeAll(goingAway)
      const force = setTimeout(() => {
        for (const socket of heard.keys()) socket.terminate()
      }, milliseconds)
      await closed
      clearTimeout(force)
    },
  }
}

function toRequest({ url = '/', headers, socket }: IncomingMessage): Request {
  const scheme = 'encrypted' in socket ? 'https' : 'http'
  const kept = Object.entries(headers).filter(([name]) => !/^(connection|upgrade|sec-websocket-.*)$/.test(name))
  const pairs = kept.flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]))
  return new Request(new URL(url, `${scheme}://${headers.host ?? 'localhost'}`), { headers: pairs })
}

/** Answers instead of opening a socket. */
async function reply(message: IncomingMessage, stream: Duplex, answer: Response): Promise<void> {
  const response = new ServerResponse(message)
  response.shouldKeepAlive = false
  response.assignSocket(stream as never)
  response.once('finish', () => stream.end())
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  response.end(Buffer.from(await answer.arrayBuffer()))
}
