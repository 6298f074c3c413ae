/** Finds the path that was probably meant, or `undefined` when none is near. */
export function toNearestPath(path: string, paths: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(path.length / 3)) + 1
  for (const candidate of paths) {
    if (Math.abs(candidate.length - path.length) >= least) continue
    const distance = countEdits(path.toLowerCase(), candidate.toLowerCase())
    if (distance < least) [nearest, least] = [candidate, distance]
  }
  return nearest
}

/** Counts the insertions, deletions and replacements between two texts. */
function countEdits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[to.length]!
}
