import { effect, type Signal, signal } from '@preact/signals'

/** Makes a signal that this browser keeps: a panel that is open, its height. What cannot be read has the fallback. */
export function createPreference<Value extends boolean | number | string>(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  name: string,
  fallback: Value,
): Signal<Value> {
  const key = `workbench.${name}`
  const preference = signal(read(storage.getItem(key), fallback))
  effect(() => {
    if (preference.value !== fallback || storage.getItem(key) !== null) {
      storage.setItem(key, JSON.stringify(preference.value))
    }
  })
  return preference
}

function read<Value>(text: string | null, fallback: Value): Value {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return typeof kept === typeof fallback ? (kept as Value) : fallback
  } catch {
    return fallback
  }
}
