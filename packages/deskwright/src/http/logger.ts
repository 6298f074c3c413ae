import type { LogEntry } from '../define/backend-options.ts'

/** Writes one line; the time is added. */
export type Logger = (level: LogEntry['level'], message: string, fields?: Readonly<Record<string, unknown>>) => void

/** Creates a logger over the function a user gave. A log that throws never harms an answer. */
export function createLogger(write: (entry: LogEntry) => void, now: () => number): Logger {
  const toTime = createTimeText(now)
  return (level, message, fields) => {
    try {
      const time = toTime()
      const line = { level, time, message, ...fields }
      // Once more, because a loader's fields may be called the same; spreading them first is five times slower.
      line.level = level
      line.time = time
      line.message = message
      write(line)
    } catch {
      // Nowhere is left to report it to.
    }
  }
}

/** Writing a time costs more than the rest of a line, and many lines fall into one millisecond. */
function createTimeText(now: () => number): () => string {
  let at = NaN
  let text = ''
  return () => {
    const current = now()
    if (current !== at) [at, text] = [current, new Date(current).toISOString()]
    return text
  }
}

/** What a log line keeps of an error. */
export function toLogged(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  const { code } = error as { code?: unknown }
  return {
    name,
    message,
    ...(code === undefined ? {} : { code }),
    stack,
    ...(cause === undefined ? {} : { cause: toLogged(cause) }),
  }
}

const secretName = /key|token|ticket|secret|pass|auth|credential|signature|session/i

/** Replaces the values of keys that hold secrets, or sound like it, in a query. */
export function redactQuery(query: string, secretKeys: ReadonlySet<string>): string {
  return query.replace(/([^&=]+)=[^&]*/g, (pair, key: string) => {
    const name = decodeKey(key)
    return secretKeys.has(name) || secretName.test(name) ? `${key}=***` : pair
  })
}

function decodeKey(key: string): string {
  if (!/[%+]/.test(key)) return key
  return new URLSearchParams(`${key}=`).keys().next().value ?? ''
}
