/** Takes the part of an answer that `dataKey` names, such as `payload.rows` or `results[0]`; the whole answer when there is no such part. */
export function toUsefulPart(answer: unknown, dataKey: string | undefined): unknown {
  if (dataKey === undefined || dataKey === '') return answer
  const whole = readKey(answer, dataKey)
  if (whole !== undefined) return whole
  const steps = dataKey.split(/[.[\]]+/).filter((step) => step !== '')
  return steps.reduce(readKey, answer) ?? answer
}

function readKey(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined
}
