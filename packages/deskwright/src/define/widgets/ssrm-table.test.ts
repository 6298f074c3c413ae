import { expect, test } from 'vitest'
import type { Context } from '../context.ts'
import { ssrmTable, type SsrmContext } from './ssrm-table.ts'

/** Notices who asks, as the kernel's context does, and refuses to be asked through another object. */
class Strict implements Context {
  readonly theme = 'dark'
  readonly raw = false
  readonly requestId = 'r1'
  readonly log = () => undefined
  readonly #asked: string[] = []
  get asked() {
    return this.#asked
  }
  get signal() {
    this.#asked.push('signal')
    return AbortSignal.abort()
  }
  get headers() {
    this.#asked.push('headers')
    return new Headers({ 'X-Key': 'k' })
  }
  get user() {
    this.#asked.push('user')
    return { id: 'me' }
  }
}

const run = async (body: unknown, read: (context: SsrmContext) => unknown, context: Context = new Strict()) => {
  const { load } = ssrmTable({ name: 'S', load: (_params, found) => ({ rowData: [{ found: read(found) }] }) })
  const answer = (await load?.({} as never, context, body)) as { rowData: [{ found: unknown }] } | undefined
  return answer?.rowData[0].found
}

test('a loader gets the complete request, whatever the body lacks', async () => {
  expect(await run(undefined, ({ request }) => request)).toMatchObject({ startRow: 0, sortModel: [], filterModel: {} })
  expect(await run({ startRow: 500, endRow: 1000 }, ({ request }) => [request.startRow, request.endRow])).toEqual([
    500, 1000,
  ])
})

test('a loader gets everything else of the context', async () => {
  const { theme, raw, requestId, user } = (await run({}, (context) => ({ ...context }))) as SsrmContext
  expect({ theme, raw, requestId, user }).toEqual({ theme: 'dark', raw: false, requestId: 'r1', user: { id: 'me' } })
  expect(await run({}, ({ headers }) => headers.get('x-key'))).toBe('k')
  expect(await run({}, ({ signal }) => signal.aborted)).toBe(true)
})

test('nothing is asked of the context before the loader asks', async () => {
  const context = new Strict()
  await run({}, ({ theme }) => theme, context)
  expect(context.asked).toEqual([])
  await run({}, ({ user }) => user?.id, context)
  expect(context.asked).toEqual(['user'])
})
