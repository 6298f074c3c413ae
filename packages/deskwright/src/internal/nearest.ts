/** Finds the candidate that was probably meant, or `undefined` when none is near. Upper and lower case are equal. */
export function findNearest<Candidate extends string>(
  text: string,
  candidates: readonly Candidate[],
): Candidate | undefined {
  let nearest: Candidate | undefined
  let least = (text.length <= 3 ? 1 : Math.max(2, Math.floor(text.length / 3))) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= least) continue
    const distance = countEdits(text.toLowerCase(), candidate.toLowerCase())
    if (distance < least && distance < candidate.length) [nearest, least] = [candidate, distance]
  }
  return nearest
}

/** Counts the insertions, deletions, replacements and swaps of neighbours between two texts. */
function countEdits(from: string, to: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1]
      const swapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(
        Math.min(
          previous[column - 1]! + (same ? 0 : 1),
          previous[column]! + 1,
          current[column - 1]! + 1,
          swapped ? beforePrevious[column - 2]! + 1 : Infinity,
        ),
      )
    }
    ;[beforePrevious, previous] = [previous, current]
  }
  return previous[to.length]!
}
