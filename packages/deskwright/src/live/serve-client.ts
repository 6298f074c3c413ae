import type { Connection, Socket } from '../define/socket.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Hub } from './hub.ts'
import { readParams } from './read-params.ts'

/** A client that changes its parameters faster than this gets the rows of the last ones only; milliseconds. */
const settling = 250

/** Private close codes lie from 4000 on: ours say the status that an answer over HTTP would have. */
const privateCodes = 4000
const mostReasonBytes = 123

/** Serves the client at the other end of a socket: each message with parameters replaces what it follows. */
export function serveClient(socket: Socket, connection: Connection, hub: Hub, where: string): void {
  let followedAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    hub.leave(socket)
  }
  const follow = (values: Record<string, unknown>) => {
    stop()
    const begin = () => {
      timer = undefined
      followedAt = performance.now()
      hub.follow(socket, values, connection)
    }
    const wait = followedAt + settling - performance.now()
    if (wait <= 0) begin()
    else timer = setTimeout(begin, wait)
  }
  const refuse = (error: unknown) => {
    stop()
    const { message, status } = error instanceof DeskwrightError ? error : { message: '', status: 500 }
    connection.logError(status < 500 ? 'warn' : 'error', `a client of ${where} was refused`, error)
    socket.close(privateCodes + status, toReason(message))
  }

  socket.addEventListener('message', ({ data }) => {
    try {
      const params = readParams(data)
      if (params !== undefined) follow(connection.decode(params))
    } catch (error) {
      refuse(error)
    }
  })
  socket.addEventListener('close', () => {
    stop()
    connection.log('info', `${where}: socket closed`)
  })
  connection.log('info', `${where}: socket opened`)
}

/** Cuts a text to what a close frame can hold. */
function toReason(text: string): string {
  let reason = text
  while (new TextEncoder().encode(reason).byteLength > mostReasonBytes) reason = reason.slice(0, -1)
  return reason
}
