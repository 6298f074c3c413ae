import type { Paint } from '../../errors/render.ts'
import { createPaint } from '../../node/paint.ts'

/** A stream of the process, as far as the CLI cares. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean
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
  readonly progressIsColored: boolean
  /** Writes lines of progress. */
  readonly progress: (text: string) => void
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
  return {
    json,
    interactive: !json && stdout.isTTY === true,
    paint: createPaint(progressIsColored),
    paintResult: createPaint(isColored(stdout, environment)),
    progressIsColored,
    progress: (text) => void stderr.write(`${text}\n`),
    result(text, value) {
      if (json) stdout.write(`${JSON.stringify(value)}\n`)
      else if (text !== '') stdout.write(`${text}\n`)
    },
  }
}

/** @see https://no-color.org */
function isColored({ isTTY }: Output, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return isTTY === true && TERM !== 'dumb'
}
