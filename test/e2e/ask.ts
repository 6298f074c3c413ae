import type { Page } from 'playwright-core'

/** What a page saw of an answer, as its `fetch` let it. */
export interface Seen {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What to ask, as far as a page may say it. */
export interface Question {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asks as a page does. Without another wish it sends a header that makes the browser ask for permission first. */
export async function ask(
  page: Page,
  url: string,
  question: Question = { headers: { 'X-API-KEY': 'k' } },
): Promise<Seen> {
  return await page.evaluate(
    async ({ url, question }) => {
      const answer = await fetch(url, question)
      const text = await answer.text()
      const isJson = answer.headers.get('Content-Type')?.startsWith('application/json')
      return {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: isJson ? (JSON.parse(text) as unknown) : text,
      }
    },
    { url, question },
  )
}
