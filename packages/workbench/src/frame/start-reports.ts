import type { RenderProblem } from '../renderers/renderer.ts'
import type { Workbench } from './workbench.ts'

/** How many problems are kept of one item: the thousandth row is wrong as the first was. */
const most = 50

/** Forgets what a renderer said of the data before, and takes what it says of the new: each problem once. */
export function startReports({ reports }: Workbench, item: string): (problem: RenderProblem) => void {
  if (reports.peek()[item] !== undefined) put([])
  return (problem) => {
    const known = reports.peek()[item] ?? []
    const isKnown = known.some(({ message, path }) => message === problem.message && path === problem.path)
    if (!isKnown && known.length < most) put([...known, problem])
  }

  function put(problems: readonly RenderProblem[]): void {
    reports.value = { ...reports.peek(), [item]: problems }
  }
}
