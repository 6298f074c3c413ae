import { signal, type ReadonlySignal } from '@preact/signals'
import type { Connections } from '../connect/connections.ts'
import type { SourceProblem, WorkbenchServer } from '../connect/workbench-server.ts'

/** Follows the sources of a backend where the server does: loads the documents of every new version, and gives what is wrong. */
export function followSources(
  server: WorkbenchServer,
  connections: Pick<Connections, 'start'>,
): ReadonlySignal<SourceProblem | undefined> {
  const problem = signal<SourceProblem | undefined>(undefined)
  const follow = async () => {
    const { followsSources, connections: given } = await server.describe()
    if (!followsSources) return
    // The page may have asked before the first version was served.
    let shown = given.length === 0 ? 0 : undefined
    server.follow(({ version, problem: found }) => {
      problem.value = found
      if (shown !== undefined && shown !== version) void connections.start()
      shown = version
    })
  }
  void follow()
  return problem
}
