import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** What to ask. */
export interface Question {
  readonly method: 'GET' | 'OPTIONS'
  readonly headers: Readonly<Record<string, string>>
  /** Takes any certificate. */
  readonly trusting?: boolean
}

/** The head of an answer. */
export interface AnswerHead {
  readonly status: number
  header(name: string): string | undefined
}

/** Milliseconds; the page itself has waited long before. */
const timeout = 10_000

/** Asks a server and reads the head of its answer. Follows nothing. Rejects with the error of the system. */
export async function askHead(url: string, { method, headers, trusting = false }: Question): Promise<AnswerHead> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  return await new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, rejectUnauthorized: !trusting, agent: false }, (answer) => {
      resolve({
        status: answer.statusCode ?? 0,
        header: (name) => {
          const value = answer.headers[name.toLowerCase()]
          return Array.isArray(value) ? value.join(', ') : value
        },
      })
      answer.destroy()
    })
    const timer = setTimeout(() => {
      asked.destroy(Object.assign(new Error(`no answer within ${timeout / 1000} seconds`), { code: 'ETIMEDOUT' }))
    }, timeout)
    asked.once('close', () => clearTimeout(timer))
    asked.once('error', reject)
    asked.end()
  })
}
