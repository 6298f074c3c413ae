import type { LogEntry } from '../define/backend-options.ts'

/** Writes one line; the time is added. */
export type Logger = (level: LogEntry['level'], message: string, fields?: Readonly<Record<string, unknown>>) => void

/** Creates a logger over the function a user gave. A log that throws never harms an answer. */
export function createLogger(write: (entry: LogEntry) => void, now: () => number): Logger {
  return (level, message, fields) => {
    try {
      write({ ...fields, level, time: new Date(now()).toISOString(), message })
    } catch {
      // Nowhere is left to report it to.
    }
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

const secretName = /key|token|secret|pass|auth|credential|signature|session/i

/** Replaces the values of keys that hold secrets, or sound like it, in a query. */
export function redactQuery(query: string, secretKeys: ReadonlySet<string>): string {
  if (query === '') return query
  return query
    .split('&')
    .map((pair) => {
      const key = pair.split('=', 1)[0] ?? ''
      const name = decodeKey(key)
      return secretKeys.has(name) || secretName.test(name) ? `${key}=***` : pair
    })
    .join('&')
}

function decodeKey(key: string): string {
  return new URLSearchParams(`${key}=`).keys().next().value ?? ''
}
