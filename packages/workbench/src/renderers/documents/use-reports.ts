import { useEffect } from 'preact/hooks'
import type { RenderContext, RenderProblem } from '../renderer.ts'

const mostReports = 20

/** Reports problems, once for as long as they stay the same. */
export function useReports(context: RenderContext, problems: readonly RenderProblem[]): void {
  const shown = problems.slice(0, mostReports)
  useEffect(() => {
    for (const problem of shown) context.report(problem)
  }, [JSON.stringify(shown)])
}
