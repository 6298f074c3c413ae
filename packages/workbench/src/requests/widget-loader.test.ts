import { signal } from '@preact/signals'
import type { AcceptedWidget } from 'deskwright/spec'
import type { ServerResponse } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { createAnswerStore } from './answer-store.ts'
import { createBackendClient } from './backend-client.ts'
import { answerJson, startServer, type Arrived, type TestServer } from './backend.fixture.ts'
import { createTestClock } from './clock.fixture.ts'
import { toInitialValues, type ParamValues } from './param-values.ts'
import { createRequestLog, type RequestEntry } from './request-log.ts'
import { until } from './until.fixture.ts'
import { createWidgetLoader, type LoadState } from './widget-loader.ts'
import { toConnection, toParam, toWidget } from './widget.fixture.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const idle = ({ busy }: LoadState) => !busy
const shows = (data: unknown) => (state: LoadState) => JSON.stringify(state.data) === JSON.stringify(data)

async function start(handle: (request: Arrived, response: ServerResponse, server: TestServer) => void) {
  const server: TestServer = await startServer((request, response) => handle(request, response, server))
  const clock = createTestClock()
  const connection = toConnection(server.url)
  const log = createRequestLog({ clock })
  const store = createAnswerStore(createBackendClient(connection, log), clock)
  const load = (
    rest: Partial<AcceptedWidget> = {},
    more: { onRefreshBackend?: () => void; loadsItself?: boolean } = {},
  ) => {
    const widget = toWidget(rest)
    const values = signal<ParamValues>(toInitialValues(widget))
    const theme = signal<'dark' | 'light'>('dark')
    const loader = createWidgetLoader({ connection, widget, values, theme, store, clock, ...more })
    ends.unshift(loader.dispose)
    return { ...loader, values, theme }
  }
  ends.push(server.close)
  return { server, clock, log, load }
}
const paths = (server: TestServer) => server.arrived.map(({ url }) => url)

test('data is loaded at once, and the part that dataKey names is shown', async () => {
  const { load, clock } = await start((_, response) => answerJson(response, { rows: [{ a: 1 }] }))
  const { state } = load({ data: { dataKey: 'rows' } })
  expect(state.value).toMatchObject({ status: 'loading', busy: true })
  expect(await until(state, idle)).toMatchObject({
    status: 'data',
    data: [{ a: 1 }],
    loadedAt: clock.now(),
    raw: false,
  })
})

test('charts get the whole answer, and are empty without a trace in their part', async () => {
  const { load } = await start(({ url }, response) =>
    answerJson(response, { data: { data: url.startsWith('/empty') ? [] : [{}] } }),
  )
  const data = { dataKey: 'data' }
  expect(await until(load({ type: 'chart', data }).state, idle)).toMatchObject({
    status: 'data',
    data: { data: { data: [{}] } },
  })
  expect(await until(load({ type: 'chart', endpoint: 'empty', data }).state, idle)).toMatchObject({ status: 'empty' })
})

test('no rows are empty', async () => {
  const { load } = await start((_, response) => answerJson(response, []))
  expect(await until(load().state, idle)).toMatchObject({ status: 'empty', data: [] })
})

test('a failed request is tried once more after a second, and then shown in the words of the backend', async () => {
  const { load, server, clock } = await start((_, response) => answerJson(response, { detail: 'No such symbol' }, 404))
  const { state } = load()
  await clock.untilAwaited()
  clock.advance(999)
  expect(server.arrived).toHaveLength(1)
  clock.advance(1)
  expect(await until(state, idle)).toMatchObject({
    status: 'error',
    failure: { message: 'No such symbol', status: 404 },
  })
  expect(server.arrived).toHaveLength(2)
})

test('a second try that works is as good as the first', async () => {
  const { load, server, clock } = await start((_, response, { arrived }) =>
    answerJson(response, [{ a: 1 }], arrived.length === 1 ? 500 : 200),
  )
  const { state } = load()
  await clock.untilAwaited()
  clock.advance(1000)
  expect(await until(state, idle)).toMatchObject({ status: 'data', data: [{ a: 1 }] })
  expect(server.arrived).toHaveLength(2)
})

test('another value asks again, and gives up what was asked before', async () => {
  const { load, server, log } = await start(({ url }, response) => {
    if (!url.includes('slow')) answerJson(response, [url])
  })
  const { state, values } = load({ params: [toParam('q', { value: 'slow' })] })
  await server.untilArrived(1)
  values.value = { q: 'fast' }
  expect(await until(state, idle)).toMatchObject({ data: ['/rows?q=fast'] })
  const [first] = log.entries.value
  expect(first?.state.value).toMatchObject({ phase: 'aborted' })
})

test('older data stays on the screen until newer data comes', async () => {
  const { load } = await start(({ url }, response) => answerJson(response, [url]))
  const { state, values } = load({ params: [toParam('q', { value: 'a' })] })
  await until(state, idle)
  values.value = { q: 'b' }
  expect(state.value).toMatchObject({ status: 'data', busy: true, data: ['/rows?q=a'] })
  await until(state, shows(['/rows?q=b']))
})

test('values that change nothing in the request ask nothing', async () => {
  const { load, server } = await start((_, response) => answerJson(response, [1]))
  const { state, values, theme } = load({ params: [toParam('q', { value: 'a' })] })
  await until(state, idle)
  values.value = { q: 'a', other: 1 }
  theme.value = 'light'
  expect(state.value.busy).toBe(false)
  expect(server.arrived).toHaveLength(1)
})

test('the theme and the raw view are part of the request where they matter', async () => {
  const { load, server } = await start(({ url }, response) => answerJson(response, [url]))
  const { state, theme, raw } = load({ type: 'chart', raw: true })
  await until(state, idle)
  theme.value = 'light'
  await until(state, shows(['/rows?theme=light']))
  raw.value = true
  expect(state.value.raw).toBe(false)
  expect(await until(state, shows(['/rows?theme=light&raw=true']))).toMatchObject({ raw: true })
  expect(paths(server)).toEqual(['/rows?theme=dark', '/rows?theme=light', '/rows?theme=light&raw=true'])
})

test('an answer that is not stale is used again, an older one is not, and a refresh never uses one', async () => {
  const { load, server, clock } = await start((_, response, { arrived }) => answerJson(response, [arrived.length]))
  const { state, values, refresh } = load({
    params: [toParam('q', { value: 'a' })],
    staleTime: 5000,
    refetchInterval: false,
  })
  await until(state, shows([1]))
  values.value = { q: 'b' }
  await until(state, shows([2]))
  clock.advance(4000)
  values.value = { q: 'a' }
  await until(state, shows([1]))
  clock.advance(2000)
  values.value = { q: 'b' }
  await until(state, shows([3]))
  refresh()
  await until(state, shows([4]))
  expect(server.arrived).toHaveLength(4)
})

test('data that never gets stale is never asked for again by itself', async () => {
  const { load, clock, server } = await start((_, response, { arrived }) => answerJson(response, [arrived.length]))
  const { state, values } = load({ params: [toParam('q', { value: 'a' })], staleTime: false, refetchInterval: false })
  await until(state, shows([1]))
  values.value = { q: 'b' }
  await until(state, shows([2]))
  clock.advance(10 ** 9)
  values.value = { q: 'a' }
  await until(state, shows([1]))
  expect(server.arrived).toHaveLength(2)
})

test('equal requests are one, until the last who waits has gone', async () => {
  const held: ServerResponse[] = []
  const { load, server, log } = await start((_, response) => void held.push(response))
  const one = load()
  const other = load()
  await server.untilArrived(1)
  one.dispose()
  expect(log.entries.value[0]?.state.value.phase).toBe('pending')
  answerJson(held[0] as ServerResponse, [1])
  await until(other.state, shows([1]))
  expect(server.arrived).toHaveLength(1)
  const third = load({ endpoint: 'other' })
  await server.untilArrived(2)
  third.dispose()
  const given = log.entries.value[1] as RequestEntry
  await until(given.state, ({ phase }) => phase === 'aborted')
})

test('data is asked for again after refetchInterval, and not after the widget has gone', async () => {
  const { load, clock, server } = await start((_, response, { arrived }) => answerJson(response, [arrived.length]))
  const { state, next, dispose } = load({ refetchInterval: 5000 })
  await until(next, ({ at }) => at === clock.now() + 5000)
  clock.advance(5000)
  await until(state, shows([2]))
  await until(next, ({ at }) => at === clock.now() + 5000)
  dispose()
  clock.advance(50_000)
  expect(server.arrived).toHaveLength(2)
})

test('a cron text says when, and a wrong one is reported', async () => {
  const { load, clock } = await start((_, response, { arrived }) => answerJson(response, [arrived.length]))
  const { state, next } = load({ refetchInterval: '*/5 * * * *' })
  const { at = 0 } = await until(next, (found) => found.at !== undefined)
  clock.advance(at - clock.now())
  await until(state, shows([2]))
  const wrong = load({ endpoint: 'wrong', refetchInterval: 'sometimes' })
  expect((await until(wrong.next, (found) => found.problem !== undefined)).problem).toContain('sometimes')
})

test('a widget with a run button waits for it, also after changes', async () => {
  const { load, server, clock } = await start(({ url }, response) => answerJson(response, [url]))
  const { state, values, changed, refresh } = load({
    runButton: true,
    params: [toParam('q', { value: 'a' })],
    refetchInterval: 1000,
  })
  expect(state.value).toMatchObject({ status: 'waiting', busy: false })
  expect(changed.value).toBe(true)
  refresh()
  await until(state, shows(['/rows?q=a']))
  expect(changed.value).toBe(false)
  values.value = { q: 'b' }
  expect(changed.value).toBe(true)
  clock.advance(10_000)
  expect(server.arrived).toHaveLength(1)
  refresh()
  await until(state, shows(['/rows?q=b']))
})

test('a renderer that loads its own data is told when, and nothing is asked for it', async () => {
  const { load, server, clock } = await start((_, response) => answerJson(response, []))
  const { state, refresh } = load({ type: 'live_grid', wsEndpoint: 'ws' }, { loadsItself: true })
  const first = await until(state, ({ status }) => status === 'data')
  clock.advance(1)
  refresh()
  expect(state.value).not.toBe(first)
  expect(state.value.loadedAt).toBe(clock.now())
  expect(server.arrived).toHaveLength(0)
})

test('a renderer that loads its own data is told of values that its request does not show', async () => {
  const { load } = await start((_, response) => answerJson(response, []))
  const params = [toParam('q', { value: 'a' })]
  const { state, values } = load({ type: 'live_grid', endpoint: 'rows?fixed=1', params }, { loadsItself: true })
  expect(state.value.values).toEqual({ q: 'a' })
  let told = 0
  ends.unshift(state.subscribe(() => void (told += 1)))
  values.value = { q: 'b' }
  expect(state.value.values).toEqual({ q: 'b' })
  expect(told).toBe(2)
})

test('a live grid is told of all values, as its socket is', async () => {
  const { load } = await start((_, response) => answerJson(response, []))
  const params = [toParam('q', { value: 'a' })]
  const { state, values } = load({ type: 'live_grid', endpoint: 'rows?fixed=1', params })
  await until(state, idle)
  values.value = { q: 'b' }
  // No rows are no emptiness: the socket may bring some.
  expect(await until(state, (now) => now.values?.['q'] === 'b' && !now.busy)).toMatchObject({
    status: 'data',
    data: [],
  })
})

test('an endless redirect is found out, and said', async () => {
  const { load, clock, log } = await start(({ url }, response) => response.writeHead(302, { Location: url }).end())
  const { state } = load()
  await clock.untilAwaited()
  clock.advance(1000)
  expect(await until(state, idle)).toMatchObject({ status: 'error', failure: { kind: 'redirect' } })
  expect(log.entries.value).toHaveLength(3)
})

test('a huge answer is shown whole', async () => {
  const rows = Array.from({ length: 200_000 }, (_, id) => ({ id, text: 'x'.repeat(80) }))
  const { load, log } = await start((_, response) => answerJson(response, rows))
  const { data } = await until(load().state, idle)
  expect((data as unknown[]).length).toBe(200_000)
  const { state } = log.entries.value[0] as RequestEntry
  const finished = await until(state, ({ phase }) => phase === 'finished')
  expect(finished.phase === 'finished' && [finished.body.cut, finished.body.text.length]).toEqual([true, 1_000_000])
})

test('values that wait for the run button are not those that the data was asked with', async () => {
  const { load } = await start(({ url }, response) => answerJson(response, [url]))
  const { state, values, refresh } = load({ runButton: true, params: [toParam('q', { value: 'a' })] })
  refresh()
  await until(state, idle)
  values.value = { q: 'b' }
  expect(state.value.values).toEqual({ q: 'a' })
  refresh()
  expect(state.value.values).toEqual({ q: 'b' })
})

test('an answer can say that the documents of the backend changed', async () => {
  const { load } = await start(({ url }, response) => answerJson(response, { refreshBackend: url === '/yes' }))
  let told = 0
  const onRefreshBackend = () => void (told += 1)
  await until(load({ endpoint: 'no' }, { onRefreshBackend }).state, idle)
  expect(told).toBe(0)
  await until(load({ endpoint: 'yes' }, { onRefreshBackend }).state, idle)
  expect(told).toBe(1)
})

test('no answer at all is a failure of the network', async () => {
  const { load, server, clock } = await start(() => {})
  await server.close()
  ends.splice(0)
  const { state, dispose } = load()
  await clock.untilAwaited()
  clock.advance(1000)
  expect(await until(state, idle)).toMatchObject({ status: 'error', failure: { kind: 'network' } })
  dispose()
})
