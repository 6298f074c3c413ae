import { chart, param, refuse, table } from 'deskwright'
import { expect } from 'vitest'
import { many, one } from './desk.ts'
import { requirement } from './requirement.ts'
import { richDesk } from './rich-desk.fixture.ts'
import type { Workspace } from './workspace.ts'

/** A backend whose form does `submit`. */
const formDesk = (submit: () => unknown, method: 'POST' | 'PUT' = 'POST') => {
  const add = param.form('Add', { inputParams: { n: param.number('N') }, method, submit })
  return one(table({ name: 'Table', params: { add }, load: () => [] }))
}

const submit = async ({ param: find, send }: Workspace, body = '{}') => {
  const { endpoint, method = 'POST' } = await find('add')
  return send(`/${endpoint}`, { method, body })
}

requirement('ERR-01', async (connect) => {
  const desk = await connect(richDesk())
  for (const id of Object.keys(await desk.widgets())) expect((await desk.ask(id)).status).not.toBe(204)
  for (const method of ['POST', 'PUT'] as const) {
    const answer = await submit(await connect(formDesk(() => undefined, method)))
    expect([method, answer.status]).toEqual([method, 200])
  }
  const nothing = await connect(one(table({ name: 'Nothing', load: (() => undefined) as never })))
  expect((await nothing.ask()).status).toBe(500)
  const options = param.endpoint('Nothing', { options: (() => undefined) as never })
  const dropdown = await connect(one(table({ name: 'Table', params: { options }, load: () => [] })))
  expect((await dropdown.send('/options/options')).status).toBe(500)
})

requirement('ERR-02', async (connect) => {
  const hanging = () => new Promise<never>(() => {})
  const { send } = await connect(
    many(
      {
        table: table({ name: 'Table', params: { n: param.number('N') }, load: () => [] }),
        refused: table({ name: 'Refused', load: () => refuse(403, 'Not yours') }),
        broken: table({ name: 'Broken', load: () => Promise.reject(new Error('no')) }),
        odd: table({ name: 'Odd', load: () => Promise.reject('a string') }),
        shape: table({ name: 'Shape', load: (() => 'rows') as never }),
        slow: table({ name: 'Slow', timeout: 5, load: hanging }),
        form: table({
          name: 'Form',
          params: { add: param.form('Add', { inputParams: { n: param.number('N') }, submit: () => undefined }) },
          load: () => [],
        }),
      },
      { bodyLimit: 100 },
    ),
  )
  const requests: [number, string, RequestInit?][] = [
    [404, '/nowhere'],
    [405, '/widgets/table', { method: 'POST', body: '{}' }],
    [422, '/widgets/table?n=many'],
    [403, '/widgets/refused'],
    [500, '/widgets/broken'],
    [500, '/widgets/odd'],
    [500, '/widgets/shape'],
    [504, '/widgets/slow'],
    [400, '/forms/add', { method: 'POST', body: '{"n":' }],
    [413, '/forms/add', { method: 'POST', body: JSON.stringify({ n: 'x'.repeat(200) }) }],
  ]
  for (const [status, path, init] of requests) {
    const answer = await send(path, init)
    expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([path, status, 'application/json'])
    expect(await answer.json()).toEqual(expect.objectContaining({ detail: expect.stringMatching(/./) as string }))
  }
})

requirement('ERR-03', async (connect) => {
  for (const status of [400, 404, 418, 503]) {
    const load = () => refuse(status, 'Ticker ZZZ not found')
    const answer = await (await connect(one(table({ name: 'Table', load })))).ask()
    expect([answer.status, await answer.json()]).toEqual([status, { detail: 'Ticker ZZZ not found' }])
  }
})

requirement('ERR-04', async (connect) => {
  const failures = [() => refuse(409, 'Already there'), () => Promise.reject(new Error('no such table'))]
  for (const failure of failures) {
    const answer = await submit(await connect(formDesk(failure)))
    const body = (await answer.json()) as { detail: string; error: string }
    expect(body.error).toMatch(/./)
    expect(body.error).toBe(body.detail)
  }
})

requirement('ERR-05', async (connect) => {
  for (const status of [400, 404, 409, 422]) {
    expect((await submit(await connect(formDesk(() => refuse(status, 'No'))))).status).toBe(400)
  }
  expect((await submit(await connect(formDesk(() => undefined)), '{"n":"many"}')).status).toBe(400)
})

requirement('ERR-06', async (connect) => {
  for (const result of [undefined, null, '', false, { any: 'thing' }]) {
    expect((await submit(await connect(formDesk(() => result)))).status).toBe(200)
  }
})

requirement('ERR-07', async (connect) => {
  expect(await (await connect(one(table({ name: 'Table', load: () => [] })))).load()).toEqual([])
})

requirement('ERR-08', async (connect) => {
  const empty = { data: [], layout: { title: { text: 'No data' } } }
  expect(await (await connect(one(chart({ name: 'Chart', load: () => empty })))).load()).toEqual(empty)
})

requirement('ERR-09', async (connect) => {
  const files = param.endpoint('Files', { options: () => [] })
  const { read } = await connect(one(table({ name: 'Table', params: { files }, load: () => [] })))
  expect(await read('/options/files')).toEqual([])
})

requirement('ERR-10', async (connect) => {
  const params = { n: param.number('N'), day: param.date('Day'), fine: param.text('Fine') }
  const { ask } = await connect(one(table({ name: 'Table', params, load: () => [] })))
  const answer = await ask('w', { n: 'many', day: 'someday', fine: 'yes' })
  expect(answer.status).toBe(422)
  const { detail } = (await answer.json()) as { detail: string }
  expect(detail).toMatch(/\bn\b.*many.*\bday\b.*someday/s)
  expect(detail).not.toMatch(/fine/)
})

requirement('ERR-11', async (connect) => {
  const load = () => Promise.reject(new Error('password "hunter2" refused'))
  const answer = await (await connect(one(table({ name: 'Table', load })))).ask()
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toMatch(/hunter2|\.ts/)
})
