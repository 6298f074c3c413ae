import { type Trail, toPath } from './cursor.ts'

const origins = new WeakMap<object, Trail | undefined>()

/** Remembers the place an object was read from: what is read may stand elsewhere than what came. */
export function rememberOrigin<Value extends object>(value: Value, trail: Trail | undefined): Value {
  origins.set(value, trail)
  return value
}

/** The place an object was read from, or the given one for an object that was not read. */
export function toOrigin(value: object, path: string): string {
  return origins.has(value) ? toPath(origins.get(value)) : path
}
