import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../define/backend-options.ts'
import { createLogger, type LoggerOptions } from './logger.ts'

const entry: LogEntry = {
  level: 'info',
  time: '2024-05-06T07:08:09.123Z',
  requestId: 'r1',
  message: 'GET /prices 200',
  milliseconds: 12,
  user: 'Ada Lovelace',
}

function write(options: LoggerOptions, ...entries: LogEntry[]): string {
  let written = ''
  const log = createLogger({ ...options, stream: { write: (text) => (written += text) } })
  for (const one of entries) log(one)
  return written
}

describe('createLogger', () => {
  it('writes one line for people', () => {
    expect(write({}, entry)).toBe('07:08:09.123 info  GET /prices 200 milliseconds=12 user="Ada Lovelace" r1\n')
  })

  it('writes one JSON object a line for programs', () => {
    const lines = write({ format: 'json' }, entry, entry).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([entry, entry])
  })

  it('leaves out what is less important than its level', () => {
    const levels = (['debug', 'info', 'warn', 'error'] as const).map((level) => ({ ...entry, level, message: level }))
    const messages = (options: LoggerOptions) =>
      write({ ...options, format: 'json' }, ...levels).match(/(?<="message":")\w+/g)
    expect(messages({})).toEqual(['info', 'warn', 'error'])
    expect(messages({ level: 'debug' })).toEqual(['debug', 'info', 'warn', 'error'])
    expect(messages({ level: 'error' })).toEqual(['error'])
  })

  it('keeps an entry on one line, whatever its fields hold', () => {
    expect(write({}, { ...entry, reason: 'two\nlines' }).trimEnd()).not.toContain('\n')
  })

  it('writes an error below its line, with its stack and its cause', () => {
    const error = {
      name: 'Error',
      message: 'no',
      stack: 'Error: no\n    at load (desk.ts:3:1)',
      cause: { message: 'deep' },
    }
    expect(write({}, { ...entry, error })).toMatch(
      /r1\nError: no\n {4}at load \(desk\.ts:3:1\)\ncaused by Error: deep\n$/,
    )
  })

  it('gives the id of a request that failed', () => {
    const facts = { method: 'GET', path: '/prices', status: 404, ms: 1 }
    expect(write({}, { ...entry, ...facts, message: 'GET /prices 404' })).toMatch(
      /^\S+ info {2}GET \/prices 404 .* r1\n$/,
    )
  })

  it('says of a request that went well nothing twice, and not its id', () => {
    const { level, time, requestId, message } = entry
    const facts = { method: 'GET', path: '/prices', query: 'symbol=AAPL', status: 200, ms: 12.5 }
    expect(write({}, { level, time, requestId: requestId ?? '', message, ...facts })).toBe(
      '07:08:09.123 info  GET /prices 200 query=symbol=AAPL ms=12.5\n',
    )
  })

  it('paints only when asked', () => {
    const escape = '\u001B['
    expect(write({ color: true }, entry)).toContain(escape)
    expect(write({}, entry)).not.toContain(escape)
  })
})
