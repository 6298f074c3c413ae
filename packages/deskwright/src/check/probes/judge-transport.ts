import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import type { AcceptedWidgetTypeName } from '../../spec/widgets/widget-types.ts'
import type { Answered, Question } from './ask.ts'
import { judgeAllowOrigin } from './judge-cors.ts'
import { judgeRedirects } from './judge-redirects.ts'
import { judgeSize } from './judge-size.ts'
import type { ProbeTarget } from './probe.ts'

/** What the browser shows itself, without a page reading it. */
const framed: readonly AcceptedWidgetTypeName[] = ['iframe']
/** What is large because a file is in it. */
const holdsFiles: readonly AcceptedWidgetTypeName[] = ['pdf', 'multi_file_viewer']

/** Judges how an answer for a widget came, whatever it says: redirects, whether pages may read it, its size. */
export async function judgeTransport(
  { isJudged, fetch }: ProbeTarget,
  place: Place,
  type: AcceptedWidgetTypeName,
  question: Question,
  answered: Answered,
): Promise<readonly Diagnostic[]> {
  if (answered.kind !== 'answer' || framed.includes(type)) return []
  const { headers, bytes, hops } = answered
  const { url } = question
  // Nothing is compressed for a fetch that somebody else brings.
  const isOnWire = fetch === globalThis.fetch
  const redirects = isJudged('transport') ? judgeRedirects(place, question, hops) : []
  // A browser that stopped at a redirect never gets this far.
  if (redirects.some(({ severity }) => severity === 'error')) return redirects
  return [
    ...redirects,
    ...(isJudged('cors') ? judgeReading(place, url, answered) : []),
    ...(isOnWire && isJudged('transport') && !holdsFiles.includes(type)
      ? await judgeSize(place, { url, headers, bytes })
      : []),
  ]
}

function judgeReading(
  place: Place,
  url: string,
  { status, headers, origin }: Extract<Answered, { kind: 'answer' }>,
): readonly Diagnostic[] {
  const reason = judgeAllowOrigin(headers, origin)
  if (reason === undefined) return []
  return status >= 400
    ? [diagnose('warning', 'cors-error-answer', place, { url, answered: status, origins: [origin] })]
    : [diagnose('error', 'cors-widget', place, { url, origin, reason })]
}
