import { askHead, type AnswerHead } from './ask.ts'

/** What a backend lets the pages of one origin do. */
export interface OriginReport {
  readonly allowed: boolean
  /** What is missing, when they are not allowed. */
  readonly because?: string
}

/** Finds out, by asking as a browser would for a page of this origin, whether the page may read the answer. */
export async function reportOrigin(
  url: string,
  origin: string,
  headers: Readonly<Record<string, string>>,
  trusting: boolean,
): Promise<OriginReport> {
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  const preflight = names.length === 0 ? undefined : await judgePreflight(url, origin, names, trusting)
  if (preflight !== undefined) return { allowed: false, because: preflight }
  const sent = { ...(trusting ? {} : headers), Origin: origin }
  const because = judgeOrigin(await askHead(url, { method: 'GET', headers: sent, trusting }), origin)
  return because === undefined ? { allowed: true } : { allowed: false, because }
}

async function judgePreflight(url: string, origin: string, names: readonly string[], trusting: boolean) {
  const answer = await askHead(url, {
    method: 'OPTIONS',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': names.toSorted().join(','),
    },
    trusting,
  })
  const refused = judgeOrigin(answer, origin)
  if (answer.status < 200 || answer.status > 299) return `the preflight (OPTIONS) is answered with ${answer.status}`
  if (refused !== undefined) return `on the preflight (OPTIONS), ${refused}`
  const allowed = new Set((answer.header('Access-Control-Allow-Headers') ?? '').toLowerCase().split(/\s*,\s*/))
  const missing = names.filter((name) => !allowed.has(name) && (name === 'authorization' || !allowed.has('*')))
  return missing.length === 0 ? undefined : `Access-Control-Allow-Headers lacks ${missing.join(', ')}`
}

function judgeOrigin(answer: AnswerHead, origin: string): string | undefined {
  const allowed = answer.header('Access-Control-Allow-Origin')
  if (allowed === undefined) return 'the answer has no Access-Control-Allow-Origin'
  return allowed === '*' || allowed === origin ? undefined : `Access-Control-Allow-Origin is ${allowed}`
}
