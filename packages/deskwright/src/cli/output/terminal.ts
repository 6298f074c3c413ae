import type { Paint } from '../../errors/render.ts'
import { createPaint } from '../../node/paint.ts'

/** A stream of the process, as far as the CLI cares. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
  readonly columns?: number
}

/** Where the CLI writes: results to standard output, progress to standard error. */
export interface Terminal {
  /** Whether a program reads the results. */
  readonly json: boolean
  /** Whether a person reads the results. */
  readonly interactive: boolean
  /** Colours text for standard error. */
  readonly paint: Paint
  /** Colours text for standard output. */
  readonly paintResult: Paint
  /** Characters of a line of the results; absent when no person reads them on a terminal. */
  readonly width?: number
  readonly progressIsColored: boolean
  /** Writes lines of progress. */
  readonly progress: (text: string) => void
  /** Says what is being done: on a terminal in one line, which the next one replaces and the result removes. */
  readonly status: (text: string) => void
  /** Writes the result: the text for people and pipes, or the value as one line of JSON with `--json`. */
  readonly result: (text: string, value: unknown) => void
}

/** Makes the terminal of a run of the CLI. */
export function createTerminal(
  { stdout, stderr }: { readonly stdout: Output; readonly stderr: Output },
  environment: NodeJS.ProcessEnv,
  json: boolean,
): Terminal {
  const progressIsColored = isColored(stderr, environment)
  let hasStatus = false
  const clear = () => {
    if (hasStatus) stderr.write('\r\u001B[2K')
    hasStatus = false
  }
  return {
    json,
    interactive: !json && stdout.isTTY === true,
    paint: createPaint(progressIsColored),
    paintResult: createPaint(isColored(stdout, environment)),
    ...(stdout.isTTY === true ? { width: toWidth(stdout) } : {}),
    progressIsColored,
    progress(text) {
      clear()
      stderr.write(`${text}\n`)
    },
    status(text) {
      clear()
      if (stderr.isTTY !== true) return void stderr.write(`${text}\n`)
      stderr.write(text.slice(0, (stderr.columns ?? 80) - 1))
      hasStatus = true
    },
    result(text, value) {
      clear()
      if (json) stdout.write(`${JSON.stringify(value)}\n`)
      else if (text !== '') stdout.write(`${text}\n`)
    },
  }
}

/** Very long lines are hard to read, very short ones too. */
function toWidth({ columns = 80 }: Output): number {
  return Math.max(60, Math.min(columns, 120))
}

/** @see https://no-color.org */
function isColored({ isTTY }: Output, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return isTTY === true && TERM !== 'dumb'
}
