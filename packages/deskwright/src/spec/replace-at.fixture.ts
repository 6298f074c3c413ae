/** Copies a JSON value with one place changed; `undefined` removes the key. */
export function replaceAt(json: unknown, path: readonly (string | number)[], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (Array.isArray(json)) return json.toSpliced(Number(step), 1, replaceAt(json[Number(step)], rest, value))
  const object = json as Readonly<Record<string, unknown>>
  const changed = Object.entries({ ...object, [step]: replaceAt(object[step], rest, value) })
  return Object.fromEntries(changed.filter(([, entry]) => entry !== undefined))
}

/** Lists the paths of every value in a JSON value, the whole included. */
export function listPaths(json: unknown): (string | number)[][] {
  const steps = Array.isArray(json)
    ? json.map((item: unknown, index) => [index, item] as const)
    : typeof json === 'object' && json !== null
      ? Object.entries(json)
      : []
  return [[], ...steps.flatMap(([step, value]) => listPaths(value).map((path) => [step, ...path]))]
}
