import type { WebSocket } from 'ws'
import type { Socket } from '../define/socket.ts'

const asText = { binary: false }

let lastText = ''
let lastBytes = Buffer.alloc(0)

/** The same text goes to many sockets one after the other; it is encoded once. */
function encode(text: string): Buffer {
  if (text !== lastText) [lastText, lastBytes] = [text, Buffer.from(text)]
  return lastBytes
}

/** Makes a socket of the library `ws` one that a backend can serve. */
export function createNodeSocket(socket: WebSocket): Socket {
  return {
    get bufferedAmount() {
      return socket.bufferedAmount
    },
    send: (text) => socket.send(encode(text), asText),
    close: (code, reason) => socket.close(code, reason),
    addEventListener: (type: 'message' | 'close', listener: (event: never) => void) =>
      socket.addEventListener(type as 'message', listener as never),
  }
}
