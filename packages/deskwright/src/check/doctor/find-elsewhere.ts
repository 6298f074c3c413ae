import type { FetchOptions } from '../fetch-sources.ts'

const usualPaths = ['/api', '/openbb', '/backend', '/api/v1']

/** Looks for `widgets.json` above the path that was asked for, and below the usual ones. Throws only when the signal ended it. */
export async function findElsewhere(base: string, options: FetchOptions): Promise<string | undefined> {
  const { origin, pathname } = new URL(base)
  const steps = pathname.split('/').filter((step) => step !== '')
  const above = steps.map((_step, index) => `${origin}${['', ...steps.slice(0, index)].join('/')}`).toReversed()
  const places = new Set([...above, ...usualPaths.map((path) => `${origin}${path}`)])
  for (const place of places) if (place !== base && (await isBackend(place, options))) return place
  return undefined
}

async function isBackend(place: string, { headers, fetch, timeout, signal }: FetchOptions): Promise<boolean> {
  try {
    const limit = AbortSignal.timeout(Math.min(timeout, 5000))
    const answer = await fetch(`${place}/widgets.json`, { headers, signal: AbortSignal.any([signal, limit]) })
    const isJson = answer.ok && /\bjson\b/.test(answer.headers.get('content-type') ?? '')
    await answer.body?.cancel()
    return isJson
  } catch {
    signal.throwIfAborted()
    return false
  }
}
