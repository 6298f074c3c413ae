import { concat } from './concat.ts'
import type { Body, Content } from './content.ts'

type Compressible = Exclude<Body, null>

const least = 1024
const pieceSize = 256 * 1024
const textLike = /^(text\/|image\/svg\+xml|application\/(json|javascript|xml|[\w.-]+\+(json|xml)))/i

/** Whether compression pays: text of some kind, and not too short. A stream's length is unknown; it is taken for long. */
export function isCompressible({ contentType, body, verbatim }: Content): boolean {
  if (body === null || verbatim) return false
  const long = body instanceof ReadableStream || (typeof body === 'string' ? body.length : body.byteLength) >= least
  return long && textLike.test(contentType)
}

/** Whether the client reads gzip. */
export function acceptsGzip(header: string | null): boolean {
  if (header === null) return false
  const choice = header.split(',').find((part) => /^\s*(gzip|\*)\s*(;|$)/i.test(part))
  return choice !== undefined && !/;\s*q=0(\.0*)?\s*$/i.test(choice)
}

/** Compresses a stream to a stream, anything else to bytes, which the content keeps for the next time. */
export function compress(content: Content): ReadableStream<Uint8Array> | Promise<Uint8Array<ArrayBuffer>> {
  const body = content.body as Compressible
  if (body instanceof ReadableStream) return through(body)
  return (content.zipped ??= zip(content, body))
}

async function zip(content: Content, body: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of through(toStream(typeof body === 'string' ? new TextEncoder().encode(body) : body))) {
    pieces.push(piece)
  }
  const zipped = await concat(pieces)
  content.zippedSize = zipped.byteLength
  content.onZipped?.(zipped.byteLength)
  return zipped
}

/** Hands bytes over piece by piece, without copying them. */
function toStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + pieceSize))
      at += pieceSize
      if (at >= bytes.byteLength) controller.close()
    },
  })
}

function through(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  // The cast: lib.dom types the writable end for any BufferSource.
  return stream.pipeThrough(new CompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>)
}
