const origins = new WeakMap<object, string>()

/** Remembers the place an object was read from: what is read may stand elsewhere than what came. */
export function rememberOrigin<Value extends object>(value: Value, path: string): Value {
  origins.set(value, path)
  return value
}

/** The place an object was read from, or the given one for an object that was not read. */
export function toOrigin(value: object, path: string): string {
  return origins.get(value) ?? path
}
