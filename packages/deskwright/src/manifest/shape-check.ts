import { isObject } from '../define/answers/object.ts'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { show } from '../internal/show.ts'

/** Notes what is not as it should be, and goes on. */
export interface ShapeCheck {
  /** Notes a finding unless the value passes the test, and says whether it does. */
  expect<Value>(test: (value: unknown) => value is Value, path: string, value: unknown, problem: string): value is Value
  /** Like `expect`, for what may be absent. */
  optional(test: (value: unknown) => boolean, path: string, value: unknown, problem: string): void
  /** Looks at every value of an object. */
  each(path: string, value: unknown, look: (path: string, value: unknown) => void): void
  /** Looks at every item of an array. */
  items(path: string, value: unknown, look: (path: string, value: unknown) => void): void
}

/** Creates a check that adds its findings about one thing to `findings`. */
export function createShapeCheck(where: string, findings: Diagnostic[]): ShapeCheck {
  const note = (path: string, value: unknown, problem: string) =>
    findings.push(diagnose('error', 'definition-invalid', { where, path }, { problem, received: show(value) }))
  const check: ShapeCheck = {
    expect<Value>(
      test: (value: unknown) => value is Value,
      path: string,
      value: unknown,
      problem: string,
    ): value is Value {
      if (test(value)) return true
      note(path, value, problem)
      return false
    },
    optional(test, path, value, problem) {
      if (value !== undefined && !test(value)) note(path, value, problem)
    },
    each(path, value, look) {
      if (!check.expect(isObject, path, value, 'Expected an object')) return
      for (const [key, inner] of Object.entries(value)) look(key === '' ? `${path}[""]` : `${path}.${key}`, inner)
    },
    items(path, value, look) {
      if (!check.expect(isList, path, value, 'Expected an array')) return
      for (const [index, inner] of value.entries()) look(`${path}[${index}]`, inner)
    },
  }
  return check
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

export function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function'
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
