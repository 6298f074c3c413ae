import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import type { Hop, Question } from './ask.ts'
import { judgeAllowOrigin } from './judge-cors.ts'

/** Judges the redirects on the way to an answer: what browsers do not follow, what loses its body, and what only costs time. */
export function judgeRedirects(
  place: Place,
  { method = 'GET', url }: Question,
  hops: readonly Hop[],
): readonly Diagnostic[] {
  const [first] = hops
  if (first === undefined) return []
  const stop = hops.map((hop) => ({ hop, reason: toStop(hop) })).find(({ reason }) => reason !== undefined)
  const { from, to, status } = stop?.hop ?? first
  const facts = { method, url: stop === undefined ? url : from, to, status, isSlash: isSlash(from, to) }
  return stop?.reason === undefined
    ? [diagnose('advice', 'widget-redirect', place, { ...facts, reason: '' })]
    : [diagnose('error', 'widget-redirect', place, { ...facts, reason: stop.reason })]
}

/** Why nothing comes of a redirect. */
function toStop({ from, to, headers, origin, isTurnedToGet }: Hop): string | undefined {
  if (from.startsWith('https:') && to.startsWith('http:')) return 'from HTTPS to plain HTTP, which browsers block'
  const reason = judgeAllowOrigin(headers, origin)
  if (reason !== undefined) return `but browsers stop there: ${reason}`
  return isTurnedToGet ? 'on which browsers go on with GET, without the body' : undefined
}

/** Frameworks lead from one spelling of a path to the other. */
function isSlash(from: string, to: string): boolean {
  const trim = (url: string) => new URL(url).pathname.replace(/\/+$/, '')
  return new URL(from).pathname !== new URL(to).pathname && trim(from) === trim(to)
}
