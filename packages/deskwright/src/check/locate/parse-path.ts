import type { Step } from '../source.ts'

const step = /\.?([\p{L}_$][\p{L}\p{N}_$-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/uy

/** Reads a place as findings write it: `tabs["my tab"].layout[2]` is `tabs`, `my tab`, `layout`, `2`. */
export function parsePath(path: string): Step[] {
  const steps: Step[] = []
  step.lastIndex = 0
  for (let found = step.exec(path); found !== null; found = step.exec(path)) {
    const [, name, index, quoted] = found
    if (name !== undefined) steps.push(name)
    else steps.push(index === undefined ? (JSON.parse(quoted ?? '""') as string) : Number(index))
  }
  return steps
}
