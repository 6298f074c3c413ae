import { isObject } from '../define/answers/object.ts'
import { describe } from '../define/answers/rows.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'

/**
 * Reads the parameters that a message tells; a message of another type tells none.
 * @throws DeskwrightError `socket-message-malformed`
 * @see widget-data §12
 */
export function readParams(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'string') throw malformed('this one is not text')
  const message = parse(data)
  if (!isObject(message)) throw malformed(`this one is ${describe(message)}`)
  const { type, params } = message
  if (typeof type !== 'string') throw malformed('this one has no type')
  if (type !== 'params') return undefined
  if (!isObject(params)) throw malformed(`its params are ${describe(params)}`)
  return params
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed('this one is not JSON', cause)
  }
}

function malformed(problem: string, cause?: unknown): DeskwrightError {
  return new DeskwrightError('socket-message-malformed', { problem }, { cause })
}
