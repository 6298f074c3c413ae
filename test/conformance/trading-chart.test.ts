import { advancedCharting, param, type UdfDatafeed } from 'deskwright'
import { udfConfigSchema } from 'deskwright/spec'
import { expect } from 'vitest'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

const config = {
  supported_resolutions: ['1', '60', 'D', 'W'],
  supports_search: true,
  supports_group_request: false,
  supports_marks: false,
  supports_timescale_marks: false,
  supports_time: true,
  exchanges: [{ value: 'XLON', name: 'London', desc: 'London' }],
  symbols_types: [{ name: 'All', value: '' }],
}
const symbolInfo = {
  name: 'XS1',
  description: 'A bond',
  type: 'bond',
  exchange: 'XLON',
  timezone: 'Etc/UTC',
  session: '24x7',
  minmov: 1,
  pricescale: 100,
  supported_resolutions: ['D'],
}

/** Asks a datafeed, and gives its answer with what its functions got. */
const ask = async (connect: Connect, path: string, feed: Partial<UdfDatafeed> = {}) => {
  const received: unknown[] = []
  const keep = <Answer>(answer: Answer) => {
    return (values: unknown) => {
      received.push(values)
      return answer
    }
  }
  const datafeed: UdfDatafeed = {
    config: keep(config),
    symbols: keep(symbolInfo),
    history: keep({ s: 'no_data' as const }),
    search: keep([]),
    ...feed,
  }
  const { widget, read } = await connect(one(advancedCharting({ name: 'Chart', datafeed })))
  return { answer: await read(`/${(await widget()).endpoint}/${path}`), received }
}

requirement('UDF-01', async (connect) => {
  const { answer } = await ask(connect, 'config')
  expect(udfConfigSchema.parse(answer)).toEqual(config)
})

requirement('UDF-02', async (connect) => {
  const { answer, received } = await ask(connect, 'search?query=XS&limit=30&type=bond&exchange=XLON')
  expect(answer).toEqual([])
  expect(received).toEqual([{ query: 'XS', limit: 30, type: 'bond', exchange: 'XLON' }])
  expect((await ask(connect, 'search?query=&limit=10&type=&exchange=')).received).toEqual([
    { query: '', limit: 10, type: '', exchange: '' },
  ])
})

requirement('UDF-03', async (connect) => {
  for (const symbol of ['XS1', 'XLON:XS1']) {
    const { answer, received } = await ask(connect, `symbols?symbol=${encodeURIComponent(symbol)}`)
    expect([answer, received]).toEqual([symbolInfo, [{ symbol }]])
  }
})

requirement('UDF-04', async (connect) => {
  const { received } = await ask(connect, 'history?symbol=XS1&resolution=1D&from=1700000000&to=1700086400')
  expect(received).toMatchObject([{ symbol: 'XS1', resolution: '1D', from: 1_700_000_000, to: 1_700_086_400 }])
})

requirement('UDF-05', async (connect) => {
  const { received } = await ask(connect, 'history?symbol=XS1&resolution=60&from=0&to=1&countback=300')
  expect(received).toMatchObject([{ countback: 300 }])
})

requirement('UDF-06', async (connect) => {
  const bars = { s: 'ok' as const, t: [1, 2], o: [1, 2], h: [1, 2], l: [1, 2], c: [1, 2], v: [1, 2] }
  const answers = [bars, { s: 'no_data' as const, nextTime: 5 }, { s: 'error' as const, errmsg: 'No such symbol' }]
  for (const answer of answers) {
    const asked = await ask(connect, 'history?symbol=A&resolution=D&from=0&to=1', { history: () => answer })
    expect(asked.answer).toEqual(answer)
  }
  const failure = { s: 'error' as const, errmsg: 'No such symbol' }
  expect((await ask(connect, 'symbols?symbol=A', { symbols: () => failure })).answer).toEqual(failure)
})

requirement('UDF-07', async (connect) => {
  const now = Date.now() / 1000
  const { answer } = await ask(connect, 'time')
  expect(Number.isInteger(answer)).toBe(true)
  expect(Math.abs((answer as number) - now)).toBeLessThan(60)
})

requirement('UDF-08', () => {
  expect(udfConfigSchema.safeParse({ ...config, supports_group_request: true }).success).toBe(false)
  expect(udfConfigSchema.safeParse(config).success).toBe(true)
})

requirement('UDF-09', async (connect) => {
  const symbol = param.endpoint('Symbol', { value: 'XS1', show: false, options: () => ['XS1'] })
  const { param: find } = await connect(
    one(advancedCharting({ name: 'Chart', endpoint: 'https://udf.example.com', params: { symbol } })),
  )
  expect(await find('symbol')).toMatchObject({ type: 'endpoint', value: 'XS1', show: false })
})
