import type { LogEntry } from '../define/backend-options.ts'
import { createPaint } from './paint.ts'

/** The levels of the log, the most talkative first. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const

/** How to write the log. */
export interface LoggerOptions {
  /** `pretty` for people, `json` for programs: one object a line. Default `pretty`. */
  readonly format?: 'pretty' | 'json'
  /** Leaves out what is less important. Default `info`. */
  readonly level?: LogEntry['level']
  /** Default: standard error. */
  readonly stream?: { write(text: string): unknown }
  /** Colours the pretty format. Default no. */
  readonly color?: boolean
}

const styles = { debug: 'dim', info: 'cyan', warn: 'yellow', error: 'red' } as const

/** Makes a function for a backend's `log` option that writes one line an entry. */
export function createLogger(options: LoggerOptions = {}): (entry: LogEntry) => void {
  const { format = 'pretty', level = 'info', stream = process.stderr, color = false } = options
  const least = logLevels.indexOf(level)
  const write = format === 'json' ? JSON.stringify : (entry: LogEntry) => toLine(entry, color)
  return (entry) => {
    if (logLevels.indexOf(entry.level) >= least) stream.write(`${write(entry)}\n`)
  }
}

function toLine(entry: LogEntry, color: boolean): string {
  const paint = createPaint(color)
  const { level, time, message, requestId, error, ...fields } = entry
  const facts = Object.entries(isRequest(entry) ? toRequestFacts(fields) : fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${toFact(value)}`)
  const words = [paint('dim', time.slice(11, 23)), paint(styles[level], level.padEnd(5)), message]
  if (facts.length > 0) words.push(paint('dim', facts.join(' ')))
  if (requestId !== undefined && !isFineRequest(entry)) words.push(paint('dim', requestId))
  return [words.join(' '), ...toStack(error)].join('\n')
}

/** A request's line names its method, path and status in the message already. */
function isRequest({ method, path, status }: LogEntry): boolean {
  return method !== undefined && path !== undefined && status !== undefined
}

/** Nobody looks for the id of a request that went well. */
function isFineRequest(entry: LogEntry): boolean {
  return isRequest(entry) && Number(entry.status) < 400
}

function toRequestFacts({ method: _method, path: _path, status: _status, ...rest }: Readonly<Record<string, unknown>>) {
  return rest
}

function toFact(value: unknown): string {
  return typeof value === 'string' && !/[\s"]/.test(value) ? value : JSON.stringify(value)
}

/** What the log keeps of an error. */
interface LoggedError {
  readonly name?: string
  readonly message?: string
  readonly stack?: string
  readonly cause?: LoggedError
}

/** Writes an error with its causes, each with its stack, below the line. */
function toStack(error: unknown): string[] {
  if (error === undefined) return []
  if (typeof error !== 'object' || error === null) return [JSON.stringify(error)]
  const { name = 'Error', message = '', stack = `${name}: ${message}`, cause } = error as LoggedError
  return [stack, ...toStack(cause).map((text) => `caused by ${text}`)]
}
