import { jsonAnswer, type Answer } from './answer.ts'
import { describe } from './rows.ts'

/** Whether a value is a plain JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An answer that is one object whose keys `check` looks at. */
export function objectAnswer(
  expects: string,
  check: (object: Record<string, unknown>) => string | undefined = () => undefined,
): Answer {
  return jsonAnswer(expects, (value) => (isObject(value) ? check(value) : `it is ${describe(value)}`))
}

/** An answer that is an array whose items `check` looks at. */
export function arrayAnswer(expects: string, check: (item: unknown) => string | undefined): Answer {
  return jsonAnswer(expects, (value) => {
    if (!Array.isArray(value)) return `it is ${describe(value)}`
    for (let index = 0; index < value.length; index += 1) {
      const problem = check(value[index])
      if (problem !== undefined) return `item ${index}: ${problem}`
    }
    return undefined
  })
}
