const longest = 60

/** Says in a few words what came: `"ssrm_tabel"`, `12`, `an array of 3`, `an object with the keys a, b`. */
export function describeJson(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : `an array of ${value.length}`
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value)
    if (keys.length === 0) return 'an empty object'
    return `an object with the key${keys.length === 1 ? '' : 's'} ${shorten(keys.join(', '))}`
  }
  return shorten(JSON.stringify(value) ?? typeof value)
}

/** Lists values for a message: `"left", "center" or "right"`. */
export function listValues(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value))
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
