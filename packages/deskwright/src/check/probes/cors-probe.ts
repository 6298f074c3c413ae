import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { defaultOrigins } from '../../spec/default-origins.ts'
import { ask, mainOrigin as main } from './ask.ts'
import { isLoopback, isPrivate } from './is-local.ts'
import { judgeAllowOrigin, judgePreflight } from './judge-cors.ts'
import type { Probe, ProbeTarget } from './probe.ts'
import { runBounded } from './run-bounded.ts'

const place = { where: 'widgets.json' }
/** Stands for any header that a user may give a connection. */
const anyHeader = 'x-deskwright-check'

/** Asks as pages of Workspace do: a preflight, a document, and something that does not exist, from each origin. */
export const corsProbe: Probe = {
  name: 'cors',
  async *run(target) {
    target.progress('Asking as browsers do')
    const url = `${target.url}/widgets.json`
    const { hostname } = new URL(url)
    if (/^(?:0\.0\.0\.0|\[::\])$/.test(hostname)) {
      yield diagnose('error', 'address-unspecified', place, { url, usable: target.url.replace(hostname, '127.0.0.1') })
    } else if (url.startsWith('http:') && !isLoopback(url))
      yield diagnose('warning', 'address-insecure', place, { url })
    const results = await runBounded(defaultOrigins, 3, (origin) => askFrom(origin, target))
    yield* judgeReal(url, results)
    const readable = results.filter(({ real }) => real === undefined)
    const preflights = groupByReason(readable, ({ preflight }) => preflight)
    for (const [reason, origins] of preflights) {
      const isNeeded = origins.includes(main) && Object.keys(target.headers).length > 0
      const severity = isNeeded ? 'error' : origins.includes(main) ? 'warning' : 'advice'
      yield diagnose(severity, 'cors-preflight', place, { url, origins, reason })
    }
    const failing = readable.filter(({ missing }) => missing !== undefined)
    if (failing[0]?.missing !== undefined) {
      const answered = failing[0].missing
      const origins = failing.map(({ origin }) => origin)
      yield diagnose('warning', 'cors-error-answer', place, { url: toMissing(target), answered, origins })
    }
    if (results.some(({ isOpenToCookies }) => isOpenToCookies)) {
      yield diagnose('advice', 'cors-credentials', place, { url })
    }
    if (
      results.filter(({ isEchoed }) => isEchoed).length > 1 &&
      results.some(({ isEchoed, varies }) => isEchoed && !varies)
    ) {
      yield diagnose('advice', 'cors-vary', place, { url })
    }
    if (isPrivate(url) && preflights.size === 0 && results.some(({ isPrivateGranted }) => isPrivateGranted === false)) {
      yield diagnose('advice', 'cors-private-network', place, { url })
    }
  },
}

interface FromOrigin {
  readonly origin: string
  /** Why the document cannot be read. */
  readonly real: string | undefined
  /** Why the preflight is of no use. */
  readonly preflight: string | undefined
  /** The status of an error that cannot be read. */
  readonly missing: number | undefined
  readonly redirect: { readonly to: string; readonly isReadable: boolean } | undefined
  readonly isOpenToCookies: boolean
  /** Whether the answer allows this origin by its name. */
  readonly isEchoed: boolean
  /** Whether caches learn that the answer depends on the origin. */
  readonly varies: boolean
  readonly isPrivateGranted: boolean | undefined
}

function toMissing({ url }: ProbeTarget): string {
  return `${url}/deskwright-check-of-an-error`
}

async function askFrom(origin: string, target: ProbeTarget): Promise<FromOrigin> {
  const url = `${target.url}/widgets.json`
  const headers = { Origin: origin }
  const names = [
    ...new Set([anyHeader, 'content-type', ...Object.keys(target.headers).map((name) => name.toLowerCase())]),
  ]
  const [real, preflight, missing] = [
    await ask(target, { url, headers, isHeadOnly: true }),
    // What a user gives a connection is never part of a preflight.
    await ask(
      { ...target, headers: {} },
      {
        method: 'OPTIONS',
        url,
        headers: {
          ...headers,
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': names.toSorted().join(','),
          ...(isPrivate(url) ? { 'Access-Control-Request-Private-Network': 'true' } : {}),
        },
        isHeadOnly: true,
      },
    ),
    await ask(target, { url: toMissing(target), headers, isHeadOnly: true }),
  ]
  const allows = real.kind === 'answer' ? judgeAllowOrigin(real.headers, origin) : `no answer came: ${real.kind}`
  const allowed = real.kind === 'answer' ? real.headers.get('access-control-allow-origin') : null
  const to = real.kind === 'answer' && real.status >= 300 && real.status < 400 ? real.headers.get('location') : null
  return {
    origin,
    real: allows,
    redirect: to === null ? undefined : { to, isReadable: allows === undefined },
    preflight:
      preflight.kind === 'answer'
        ? judgePreflight(preflight.status, preflight.headers, { origin, names })
        : `no answer came: ${preflight.kind}`,
    missing:
      missing.kind === 'answer' && missing.status >= 400 && judgeAllowOrigin(missing.headers, origin) !== undefined
        ? missing.status
        : undefined,
    isOpenToCookies:
      real.kind === 'answer' && allowed === '*' && real.headers.get('access-control-allow-credentials') === 'true',
    isEchoed: allowed === origin,
    varies: real.kind === 'answer' && /(?:^|[\s,])(?:origin|\*)(?:[\s,]|$)/i.test(real.headers.get('vary') ?? ''),
    isPrivateGranted:
      preflight.kind === 'answer'
        ? preflight.headers.get('access-control-allow-private-network') === 'true'
        : undefined,
  }
}

function* judgeReal(url: string, results: readonly FromOrigin[]): Iterable<Diagnostic> {
  const redirect = results.find(({ origin }) => origin === main)?.redirect
  if (redirect !== undefined) {
    const severity = redirect.isReadable ? 'advice' : 'error'
    yield diagnose(severity, 'document-redirect', place, { url, ...redirect })
    return
  }
  for (const [reason, origins] of groupByReason(results, ({ real }) => real)) {
    yield diagnose(origins.includes(main) ? 'error' : 'advice', 'cors-origin', place, { url, origins, reason })
  }
}

function groupByReason(
  results: readonly FromOrigin[],
  toReason: (result: FromOrigin) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const result of results) {
    const reason = toReason(result)
    if (reason === undefined) continue
    const known = groups.get(reason)
    if (known === undefined) groups.set(reason, [result.origin])
    else known.push(result.origin)
  }
  return groups
}
