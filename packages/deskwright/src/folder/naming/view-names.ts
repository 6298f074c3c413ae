import { toWidgetIds, withoutEnding, type Named } from './widget-ids.ts'

/**
 * The names under which SQL files can use what was found: its id, and where no other has it the name of its file, also with
 * underscores, so that it needs no quotes. Databases do not tell upper from lower case.
 */
export function toViewNames(all: readonly Named[]): string[][] {
  const names = toWidgetIds(all).map((id) => [id])
  const addWhereFree = (wanted: readonly string[]) => {
    const taken = new Set(names.flat().map((name) => name.toLowerCase()))
    wanted.forEach((name, index) => {
      const isAlone = wanted.every((other, at) => at === index || other.toLowerCase() !== name.toLowerCase())
      if (isAlone && !taken.has(name.toLowerCase())) names[index]!.push(name)
    })
  }
  const stems = all.map(({ path, part }) => {
    const stem = withoutEnding(path.slice(path.lastIndexOf('/') + 1))
    return part === undefined ? stem : `${stem}_${part}`
  })
  addWhereFree(stems)
  addWhereFree(stems.map((stem) => stem.replaceAll(/[^\p{L}\p{N}]+/gu, '_')))
  return names
}
