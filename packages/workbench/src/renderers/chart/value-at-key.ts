/** Takes the useful part of an answer: the dotted path of `data.dataKey`, or the whole answer where the path leads nowhere. */
export function valueAtKey(answer: unknown, dataKey: string | undefined): unknown {
  if (dataKey === undefined || dataKey === '') return answer
  let part = answer
  for (const step of dataKey.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return answer
    part = (part as Readonly<Record<string, unknown>>)[step]
  }
  return part
}
