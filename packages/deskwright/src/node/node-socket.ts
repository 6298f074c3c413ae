import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import type { Socket } from '../define/socket.ts'
import { toTextFrame } from './text-frame.ts'

let lastText = ''
let lastFrame = toTextFrame('')

/** The same text goes to many sockets one after the other; it is encoded and framed once. */
function frame(text: string): Buffer {
  if (text !== lastText) [lastText, lastFrame] = [text, toTextFrame(text)]
  return lastFrame
}

/**
 * Makes a socket of the library `ws` one that a backend can serve. What is sent goes straight to the stream below it, as a frame that all
 * sockets share; that is in order because `ws` itself writes there at once whatever is not compressed, and it compresses nothing here.
 */
export function createNodeSocket(socket: WebSocket, stream: Duplex): Socket {
  return {
    get bufferedAmount() {
      return stream.writableLength
    },
    send(text) {
      if (socket.readyState === WebSocket.OPEN) stream.write(frame(text))
    },
    close: (code, reason) => socket.close(code, reason),
    addEventListener: (type: 'message' | 'close', listener: (event: never) => void) =>
      socket.addEventListener(type as 'message', listener as never),
  }
}
