import { describe, expect, test } from 'vitest'
import { app } from '../define/app.ts'
import type { BackendOptions } from '../define/backend-options.ts'
import type { Context } from '../define/context.ts'
import { clock } from '../define/params/decoded.fixture.ts'
import { param } from '../define/param.ts'
import type { AnyParam, Params } from '../define/params/param.ts'
import { chart } from '../define/widgets/chart.ts'
import { table } from '../define/widgets/table.ts'
import { createManifest } from './create-manifest.ts'
import type { Route } from './route.ts'

const load = () => []
const context = {} as Context

const find = (options: Omit<BackendOptions, 'name'>, path: string): Route => {
  const route = createManifest({ name: 'Routes', ...options }, clock).routes.find((one) => one.path === path)
  if (route === undefined) throw new Error(`nothing is served at ${path}`)
  return route
}

describe('options of a dropdown', () => {
  const desk = param.text('Desk', { value: 'rates' })
  const serve = (options: () => unknown, optionsParams = {}) => {
    const book = param.endpoint('Book', { optionsParams, options: options as () => string[] })
    return find({ widgets: { a: table({ name: 'A', params: { desk, book }, load }) } }, '/options/book')
  }

  test('are values or labelled values, at once or later', async () => {
    const choices = ['a', 1, true, null, { label: 'B', value: 'b', extraInfo: { description: 'Second' } }]
    const expected = [
      { label: 'a', value: 'a' },
      { label: '1', value: 1 },
      { label: 'true', value: true },
      { label: 'null', value: null },
      { label: 'B', value: 'b', extraInfo: { description: 'Second' } },
    ]
    for (const give of [() => choices, async () => choices]) {
      const { load: run, answer } = serve(give)
      const served = await run({}, context, undefined)
      expect(served).toEqual(expected)
      expect(answer.check(served, {})).toBeUndefined()
    }
  })

  test('may depend on parameters, which are decoded, and on constants', () => {
    let seen: unknown
    const options = (values: unknown) => {
      seen = values
      return []
    }
    const route = serve(options as () => unknown, { on: desk, limit: 50, kind: 'open', live: true })
    expect(Object.keys(route.params)).toEqual(['on'])
    void route.load({ on: 'credit' }, context, undefined)
    expect(seen).toEqual({ on: 'credit', limit: 50, kind: 'open', live: true })
  })

  test.each([
    [undefined, 'it is undefined'],
    [{ a: 1 }, 'it is an object'],
    [[{ label: 'A' }], 'item 0: its value is an object'],
    [['a', { value: 'b' }], 'item 1: it has no label'],
    [[{ label: 'A', value: ['a'] }], 'item 0: its value is an array'],
  ])('%j are named as wrong', async (given, problem) => {
    const { load: run, answer } = serve(() => given)
    expect(answer.check(await run({}, context, undefined), {})).toBe(problem)
  })
})

test('a form hands its fields to submit, waits for it and answers an empty object', async () => {
  const seen: unknown[] = []
  const add = param.form('Add', {
    inputParams: { size: param.number('Size'), save: param.button('Save') },
    submit: async (values, _context, sent) => void seen.push(values, sent),
    method: 'PUT',
  })
  const route = find({ widgets: { a: table({ name: 'A', params: { add }, load }) } }, '/forms/add')
  expect([route.methods, route.form, Object.keys(route.params)]).toEqual([['PUT'], true, ['size', 'save']])
  const sent = { size: '5', save: true, note: 'undeclared' }
  expect(await route.load({ size: 5, save: true }, context, sent)).toEqual({})
  expect(seen).toEqual([{ size: 5, save: true }, sent])
})

describe('parameters that say where they are served', () => {
  const load = () => []
  const book = param.endpoint('Book', { options: () => ['a'], optionsEndpoint: '/desk//books/' })
  const other = param.endpoint('Other', { options: load, optionsEndpoint: 'options/kind' })
  const kind = param.endpoint('Kind', { options: load })
  const add = param.form('Add', { inputParams: { book }, submit: load, endpoint: 'rows/add' })
  const manifest = (params: Params) =>
    createManifest({ name: 'Routes', widgets: { a: table({ name: 'A', params, load }) } }, clock)

  test('are served there, and written as they said it', () => {
    const { routes, widgets, diagnostics } = manifest({ book, other, kind, add })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(routes.map(({ methods, path }) => `${methods.join()} ${path}`)).toEqual([
      'GET /widgets/a',
      'GET /desk/books',
      'GET /options/kind',
      'GET /options/a-kind',
      'POST /rows/add',
    ])
    expect(widgets['a']?.params).toMatchObject([
      { optionsEndpoint: '/desk//books/' },
      { optionsEndpoint: 'options/kind' },
      { optionsEndpoint: 'options/a-kind' },
      { endpoint: 'rows/add', inputParams: [{ optionsEndpoint: '/desk//books/' }] },
    ])
  })

  test.each([
    ['another server', { book: param.endpoint('Book', { options: load, optionsEndpoint: 'https://a.example/b' }) }],
    ['a query', { add: param.form('Add', { inputParams: {}, submit: load, endpoint: 'add?now' }) }],
  ])('are refused with %s', (_what, params) => {
    const { routes, diagnostics } = manifest(params)
    expect(routes.map(({ path }) => path)).toEqual(['/widgets/a'])
    const [key, param] = Object.entries<AnyParam>(params)[0]!
    const path = `params.${key}.${param.type === 'form' ? 'endpoint' : 'optionsEndpoint'}`
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'endpoint-not-a-path', path }))
  })

  test('are refused where something else is served', () => {
    const add = param.form('Add', { inputParams: {}, submit: load, endpoint: 'rows' })
    const same = param.form('Same', { inputParams: {}, submit: load, endpoint: '/rows/' })
    expect(manifest({ add, same }).diagnostics.map(({ code }) => code)).toContain('endpoint-taken')
  })
})

test('one parameter has one address, however many widgets share it', () => {
  const book = param.endpoint('Book', { options: load })
  const widgets = { a: table({ name: 'A', params: { book }, load }), b: table({ name: 'B', params: { book }, load }) }
  const { routes } = createManifest({ name: 'Routes', widgets }, clock)
  expect(routes.map(({ path }) => path)).toEqual(['/widgets/a', '/widgets/b', '/options/book'])
})

test('forms travel on their own; cache, timeout and the raw view go with the widget', () => {
  const add = param.form('Add', { inputParams: {}, submit: load })
  const raw = () => [{ a: 1 }]
  const cache = { ttl: 1000 }
  const figure = chart({
    name: 'A',
    params: { add, day: param.date('Day') },
    load: () => ({ data: [] }),
    raw,
    cache,
    timeout: 5,
  })
  const route = find({ widgets: { figure } }, '/widgets/figure')
  expect(Object.keys(route.params)).toEqual(['day'])
  expect(route).toMatchObject({ cache, timeout: 5, raw: { load: raw } })
})

test('a picture is served as it is, to everyone', async () => {
  const bytes = new Uint8Array([1, 2])
  const img = { name: 'desk picture.svg', contentType: 'image/svg+xml', load: async () => bytes }
  const apps = [app({ name: 'My desk', img, img_dark: img, tabs: {} })]
  const route = find({ widgets: {}, apps }, '/assets/my-desk/img/desk%20picture.svg')
  expect(route.answer).toMatchObject({ format: 'bytes', contentType: 'image/svg+xml' })
  expect(route.public).toBe(true)
  expect(await route.load({}, context, undefined)).toBe(bytes)
  expect(route.answer.check(bytes, {})).toBeUndefined()
  expect(route.answer.check('<svg>', {})).toBe('it is not a Uint8Array')
  expect(createManifest({ name: 'Routes', widgets: {}, apps }, clock).apps[0]).toMatchObject({
    img: 'assets/my-desk/img/desk%20picture.svg',
    img_dark: 'assets/my-desk/img_dark/desk%20picture.svg',
    img_light: '',
  })
})
