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

function toLine({ level, time, message, requestId, ...fields }: LogEntry, color: boolean): string {
  const paint = createPaint(color)
  const { stack, ...rest } = fields
  const facts = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) => `${name}=${typeof value === 'string' && !/[\s"]/.test(value) ? value : JSON.stringify(value)}`,
    )
  const line = [paint('dim', time.slice(11, 23)), paint(styles[level], level.padEnd(5)), message]
  if (facts.length > 0) line.push(paint('dim', facts.join(' ')))
  if (requestId !== undefined) line.push(paint('dim', requestId))
  return typeof stack === 'string' ? `${line.join(' ')}\n${stack}` : line.join(' ')
}
