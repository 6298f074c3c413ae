import { readAnswer, toNetworkFailure } from '../../requests/read-answer.ts'
import type { RenderContext } from '../renderer.ts'
import { readSsrmAnswer, type SsrmPage } from './read-ssrm-answer.ts'

/** What is asked for a page: the rows' range and whatever else the grid says. */
export interface PageBody {
  readonly startRow: number
  readonly endRow: number
}

/** Asks a server-side table for a page, once; what goes wrong is in the page. */
export async function askPage(context: RenderContext, body: PageBody, signal: AbortSignal): Promise<SsrmPage> {
  const { endpoint } = context.widget
  const response = await context
    .request(endpoint, { method: 'POST', query: context.values, body, signal })
    .catch((error: unknown) => toNetworkFailure(error, endpoint))
  const answer = 'kind' in response ? ({ ok: false, failure: response } as const) : await readAnswer(response, endpoint)
  if (answer.ok) return readSsrmAnswer(answer.data, body.startRow, body.endRow)
  const { message, hint } = answer.failure
  const problem = { severity: 'error', message, ...(hint === undefined ? {} : { hint }) } as const
  return { rows: [], count: 0, failure: message, problems: [problem] }
}
