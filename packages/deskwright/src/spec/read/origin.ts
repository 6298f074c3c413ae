import { type Trail, toPath } from './cursor.ts'

const origins = new WeakMap<object, Trail | undefined>()

/** Remembers the place an object was read from, when it stands elsewhere among what was read. */
export function rememberOrigin(value: unknown, trail: Trail | undefined): void {
  if (typeof value === 'object' && value !== null) origins.set(value, trail)
}

/** The place an object was read from, or the given one, where it stands. */
export function toOrigin(value: object, path: string): string {
  return origins.has(value) ? toPath(origins.get(value)) : path
}
