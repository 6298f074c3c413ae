import { readPart, openFile, type OpenFile } from '../define/files/open-file.ts'
import type { FileContent } from '../define/files/file-content.ts'
import type { FileTypeName } from '../spec/payloads/file-types.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Route } from '../manifest/route.ts'
import { authenticate } from './authenticate.ts'
import { isKnown, toByteRange, type FileState } from './byte-range.ts'
import { decodeValues } from './decode-values.ts'
import { checkAnswer } from './encode-answer.ts'
import type { Handler } from './endpoint.ts'
import type { Exchange, ExtraHeaders } from './exchange.ts'
import { toJob } from './job.ts'
import { replyProblem } from './reply-problem.ts'
import { limitTime } from './run-load.ts'
import { ticketKey } from './tickets.ts'

const office = 'application/vnd.openxmlformats-officedocument'

const contentTypes: Readonly<Record<FileTypeName, string>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xlsx: `${office}.spreadsheetml.sheet`,
  xls: 'application/vnd.ms-excel',
  docx: `${office}.wordprocessingml.document`,
  html: 'text/html; charset=utf-8',
}

/**
 * Creates what answers the route of a file: all of it or the part that is asked for, bit by bit. Who has a ticket in the address is let in
 * like who is known by a header.
 */
export function createFileHandler(route: Route): Handler {
  const { where } = route
  return async (exchange, captures) => {
    const answer = async () => {
      try {
        const query = new URLSearchParams(exchange.target.query)
        const values = decodeValues(route.params, { captures, query, body: undefined }, exchange.settings)
        const job = toJob(exchange, route, { values, query, body: undefined })
        const file = await limitTime(job, Promise.resolve(route.load(values, job.context, undefined)))
        checkAnswer(file, route.answer, where, values)
        return await replyFile(exchange, file as FileContent, where)
      } catch (error) {
        return replyProblem(exchange, error, { where })
      }
    }
    const { auth, tickets } = exchange.settings
    if (auth === undefined) return answer()
    const ticket = new URLSearchParams(exchange.target.query).get(ticketKey)
    exchange.user = ticket === null ? undefined : await tickets?.redeem(ticket)
    return exchange.user === undefined ? authenticate(exchange, auth, answer) : answer()
  }
}

async function replyFile(exchange: Exchange, content: FileContent, where: string): Promise<Response> {
  const file = await openFile(content)
  const { parts, type } = file
  const state = toState(parts)
  const contentType = contentTypes[type]
  const headers = toHeaders(content.filename, type, state)
  const { request, method } = exchange
  if (state !== undefined && isKnown(request.headers, state)) {
    await file.close()
    return exchange.reply(304, { contentType, body: null }, headers)
  }
  const range = state && method === 'GET' ? toByteRange(request.headers, state) : undefined
  if (range === 'unfit') {
    const { size } = state!
    const error = new DeskwrightError('range-unfit', { range: request.headers.get('Range') ?? '', size })
    return replyProblem(exchange, error, { where, headers: { ...headers, 'Content-Range': `bytes */${size}` } })
  }
  if (method === 'HEAD') await file.close()
  const send = (status: number, pieces: AsyncIterable<Uint8Array>, extra: ExtraHeaders) => {
    const body = method === 'HEAD' ? null : toStream(pieces, file, exchange, where)
    return exchange.reply(status, { contentType, body, verbatim: true }, { ...headers, ...extra })
  }
  if (parts === undefined) return send(200, file.read(), {})
  if (range === undefined) return send(200, file.read(), { 'Content-Length': String(parts.size) })
  const { from, to } = range
  const extra = { 'Content-Range': `bytes ${from}-${to - 1}/${parts.size}`, 'Content-Length': String(to - from) }
  return send(206, readPart(parts, from, to), extra)
}

function toState(parts: OpenFile['parts']): FileState | undefined {
  if (parts === undefined) return undefined
  const { size, modified } = parts
  if (modified === undefined) return { size, etag: undefined, lastModified: undefined }
  const etag = `"${size.toString(36)}-${Math.round(modified * 1000).toString(36)}"`
  return { size, etag, lastModified: new Date(modified).toUTCString() }
}

function toHeaders(filename: string, type: FileTypeName, state: FileState | undefined): Record<string, string> {
  const name = encodeURIComponent(filename).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
  return {
    'Content-Disposition': `inline; filename*=UTF-8''${name}`,
    'Cache-Control': 'private, no-cache',
    'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Encoding, Content-Length, Content-Range, ETag',
    ...(type === 'html' && { 'Content-Security-Policy': 'sandbox' }),
    ...(state && { 'Accept-Ranges': 'bytes' }),
    ...(state?.etag !== undefined && { ETag: state.etag }),
    ...(state?.lastModified !== undefined && { 'Last-Modified': state.lastModified }),
  }
}

/** Hands pieces over at the client's pace. */
function toStream(
  pieces: AsyncIterable<Uint8Array>,
  file: OpenFile,
  exchange: Exchange,
  where: string,
): ReadableStream<Uint8Array> {
  const reader = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.next()
        if (done !== true) return controller.enqueue(value)
        controller.close()
      } catch (error) {
        exchange.logError('error', `${where} failed after its answer had begun`, error)
        controller.error(new DeskwrightError('answer-broken-off', { where, requestId: exchange.requestId }))
      }
      await file.close()
    },
    async cancel() {
      await reader.return?.()
      await file.close()
    },
  })
}
