import { checkErrors } from './catalogue/check.ts'
import { definitionErrors } from './catalogue/definition.ts'
import { documentErrors } from './catalogue/document.ts'
import { folderErrors } from './catalogue/folder.ts'
import { importErrors } from './catalogue/import.ts'
import { liveErrors } from './catalogue/live.ts'
import { agentProbeErrors } from './catalogue/probe-agent.ts'
import { dataProbeErrors } from './catalogue/probe-data.ts'
import { probeErrors } from './catalogue/probe.ts'
import { requestErrors } from './catalogue/request.ts'
import { serverErrors } from './catalogue/server.ts'
import { sqlErrors } from './catalogue/sql.ts'
import { ssrmErrors } from './catalogue/ssrm.ts'
import { testingErrors } from './catalogue/testing.ts'

/** Every error Deskwright can raise, by permanent code. A code never changes its meaning and is never reused. */
export const catalogue = {
  ...checkErrors,
  ...agentProbeErrors,
  ...dataProbeErrors,
  ...definitionErrors,
  ...documentErrors,
  ...folderErrors,
  ...importErrors,
  ...liveErrors,
  ...probeErrors,
  ...requestErrors,
  ...serverErrors,
  ...sqlErrors,
  ...ssrmErrors,
  ...testingErrors,
}

type Catalogue = typeof catalogue

/** The permanent codes. */
export type ErrorCode = keyof Catalogue

/** What an entry needs to find its words. */
export type ErrorDetails<Code extends ErrorCode> = Parameters<Catalogue[Code]['text']>[0]
