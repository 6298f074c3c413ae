import { errorCode } from '../system-error.ts'
import { askHead, type AnswerHead } from './ask.ts'
import type { WorkbenchConnection } from './connection.ts'
import { reportOrigin, type OriginReport } from './origin-report.ts'

/** What this machine sees of a backend, beyond what a page is told. */
export interface ProbeReport {
  readonly outcome: 'answered' | 'certificate' | 'dns' | 'protocol' | 'refused' | 'timeout' | 'unreachable'
  /** The words of the system. */
  readonly reason?: string
  readonly status?: number
  readonly contentType?: string
  /** Where the answer sends the page instead. */
  readonly location?: string
  /** What the pages of these origins may do. */
  readonly origins?: Readonly<Record<string, OriginReport>>
}

const outcomes: Readonly<Record<string, ProbeReport['outcome']>> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
  EPROTO: 'protocol',
  ECONNRESET: 'protocol',
}

/** Asks for the `widgets.json` of a backend without the rules of browsers, and says what came of it. */
export async function probe(
  { url, headers = {}, query = {} }: WorkbenchConnection,
  origins: readonly string[],
): Promise<ProbeReport> {
  const search = new URLSearchParams({ ...query }).toString()
  const document = `${url}/widgets.json${search === '' ? '' : `?${search}`}`
  const toOrigins = async (trusting: boolean) =>
    Object.fromEntries(
      await Promise.all(
        origins.map(async (origin) => [origin, await reportOrigin(document, origin, headers, trusting)] as const),
      ),
    )
  try {
    const answer = await askHead(document, { method: 'GET', headers })
    return { outcome: 'answered', ...describe(answer, document), origins: await toOrigins(false) }
  } catch (error) {
    const outcome = toOutcome(error)
    const reason = error instanceof Error ? error.message : String(error)
    if (outcome !== 'certificate') return { outcome, reason }
    // A browser may trust what this program does not: what else is wrong is worth knowing. No secret is sent.
    const others = await toOrigins(true).catch(() => undefined)
    return { outcome, reason, ...(others === undefined ? {} : { origins: others }) }
  }
}

function describe(answer: AnswerHead, base: string) {
  const [contentType, location] = [answer.header('Content-Type'), answer.header('Location')]
  const redirects =
    answer.status >= 300 && answer.status < 400 && location !== undefined && URL.canParse(location, base)
  return {
    status: answer.status,
    ...(contentType === undefined ? {} : { contentType }),
    ...(redirects ? { location: new URL(location, base).href } : {}),
  }
}

function toOutcome(error: unknown): ProbeReport['outcome'] {
  const code = errorCode(error) ?? ''
  if (/CERT|^UNABLE_TO_|^ERR_TLS/.test(code)) return 'certificate'
  return outcomes[code] ?? (code.startsWith('HPE_') || code.startsWith('ERR_SSL') ? 'protocol' : 'unreachable')
}
