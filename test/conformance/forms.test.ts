import { param, refuse, table, type Params } from 'deskwright'
import { expect } from 'vitest'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Workspace } from './workspace.ts'

const inputParams = {
  isin: param.text('ISIN'),
  amount: param.number('Amount'),
  day: param.date('Day'),
  open: param.boolean('Open'),
  book: param.endpoint('Book', { options: () => ['main'] }),
  tags: param.text('Tags', { options: ['core', 'hedge'], multiSelect: true }),
  save: param.button('Save'),
  discard: param.button('Discard'),
}

/** A table of what was submitted, under a form. */
const desk = (inputs: Params = inputParams, method?: 'PUT') => {
  const received: unknown[] = []
  const add = param.form('Add', {
    inputParams: inputs,
    submit: (values) => received.push(values),
    ...(method && { method }),
  })
  return { backend: one(table({ name: 'Trades', params: { add }, load: () => received as object[] })), received }
}

const submit = async ({ param: find, send }: Workspace, values: object, method = 'POST') => {
  const { endpoint } = await find('add')
  return send(`/${endpoint}`, { method, body: JSON.stringify(values) })
}

requirement('FORM-01', async (connect) => {
  const { param: find, widget } = await connect(desk().backend)
  const form = await find('add')
  expect(form).toMatchObject({ type: 'form', inputParams: expect.any(Array) as unknown[] })
  expect(form.endpoint).toMatch(/./)
  expect(form.endpoint).not.toBe((await widget()).endpoint)
})

requirement('FORM-02', async (connect) => {
  const plain = await connect(desk().backend)
  expect((await plain.param('add')).method ?? 'POST').toBe('POST')
  expect((await submit(plain, {})).status).toBe(200)
})

requirement('OUT-02', async (connect) => {
  const put = await connect(desk(inputParams, 'PUT').backend)
  expect((await put.param('add')).method).toBe('PUT')
  expect((await submit(put, {}, 'PUT')).status).toBe(200)
  expect((await submit(put, {}, 'POST')).status).toBe(405)
})

requirement('FORM-03', async (connect) => {
  const { inputParams: fields = [] } = await (await connect(desk().backend)).param('add')
  expect(fields).toMatchObject([
    { paramName: 'isin', type: 'text', label: 'ISIN' },
    { paramName: 'amount', type: 'number' },
    { paramName: 'day', type: 'date' },
    { paramName: 'open', type: 'boolean' },
    { paramName: 'book', type: 'endpoint', optionsEndpoint: expect.stringMatching(/./) as string },
    { paramName: 'tags', type: 'text', multiSelect: true, options: [{ value: 'core' }, { value: 'hedge' }] },
    { paramName: 'save', type: 'button', label: 'Save', value: true },
    { paramName: 'discard', type: 'button', value: true },
  ])
})

requirement('FORM-04', async (connect) => {
  const { backend, received } = desk()
  const values = { isin: 'XS1', amount: 1.5, day: '2026-01-02', open: true, book: 'main' }
  await submit(await connect(backend), values)
  expect(received).toMatchObject([values])
})

requirement('FORM-05', async (connect) => {
  const { backend, received } = desk()
  const workspace = await connect(backend)
  for (const tags of [['core', 'hedge'], ['core'], []]) await submit(workspace, { tags })
  expect(received).toMatchObject([{ tags: ['core', 'hedge'] }, { tags: ['core'] }, { tags: [] }])
})

requirement('FORM-06', async (connect) => {
  const { backend, received } = desk()
  await submit(await connect(backend), { save: true })
  expect(received).toMatchObject([{ save: true, discard: false }])
})

requirement('FORM-07', async (connect) => {
  const workspace = await connect(desk({ isin: param.text('ISIN') }).backend)
  expect(await workspace.load()).toEqual([])
  await submit(workspace, { isin: 'XS1' })
  expect(await workspace.load()).toEqual([{ isin: 'XS1' }])
})

requirement('FORM-08', async (connect) => {
  const add = param.form('Add', {
    inputParams: { isin: param.text('ISIN') },
    submit: () => refuse(400, 'No such bond'),
  })
  const answer = await submit(await connect(one(table({ name: 'T', params: { add }, load: () => [] }))), { isin: 'ZZ' })
  expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'No such bond' }])
})

requirement('FORM-09', async (connect) => {
  const add = param.form('Add', {
    inputParams: { isin: param.text('ISIN'), amount: param.number('Amount'), save: param.button('Save') },
    submit: ({ isin, amount }, { refuseFields }) =>
      refuseFields(
        {
          isin: isin === 'XS1' ? undefined : 'There is no such bond.',
          amount: amount === undefined || amount > 0 ? undefined : 'Above zero.',
        },
        'Nothing was added.',
      ),
  })
  const workspace = await connect(one(table({ name: 'T', params: { add }, load: () => [] })))
  const ask = async (values: object) => {
    const answer = await submit(workspace, values)
    return { status: answer.status, body: await answer.json() }
  }
  const refused = 'Nothing was added.\nISIN: There is no such bond.\nAmount: Above zero.'
  expect(await ask({ isin: 'ZZ', amount: -1 })).toEqual({
    status: 400,
    body: { error: refused, detail: refused, fields: { isin: 'There is no such bond.', amount: 'Above zero.' } },
  })
  expect(await ask({ isin: 'ZZ', amount: 'many' })).toMatchObject({
    status: 400,
    body: { fields: { amount: expect.stringContaining('number') as string } },
  })
  expect((await ask({ isin: 'XS1', amount: 1 })).status).toBe(200)
})
