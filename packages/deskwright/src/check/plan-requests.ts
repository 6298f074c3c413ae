import { check, type CheckOptions } from './check.ts'

/**
 * Lists the requests that a check of a URL makes, as `GET http://…`. Only the documents are asked for, so what would follow from
 * other answers is not among them.
 *
 * @throws DeskwrightError `check-unknown` when the text is no URL
 */
export async function planRequests(url: string, options: CheckOptions = {}): Promise<readonly string[]> {
  const { fetch = globalThis.fetch } = options
  const asked = new Set<string>()
  await check(url, {
    ...options,
    fetch: async (input, init) => {
      const { method, url, headers } = new Request(input, init)
      const origin = new Headers(init?.headers).get('origin') ?? headers.get('origin')
      asked.add(`${method} ${url}${origin === null ? '' : ` from ${origin}`}`)
      const isDocument = origin === null && /\/(?:widgets|apps|templates|agents)\.json$/.test(url)
      // The answer that nothing is found wrong with.
      return isDocument ? await fetch(input, init) : new Response(null, { status: 422 })
    },
    askSocket: async ({ url, origin }) => {
      asked.add(`GET ${url} from ${origin}`)
      return { kind: 'unasked' }
    },
  })
  return [...asked]
}
