import { describe, expect, test } from 'vitest'
import { readDocuments } from '../spec/read-documents.ts'
import { importBackend } from './import-backend.ts'

/** Imports documents; gives the module without its head. */
function write(documents: { readonly widgets: object; readonly apps?: unknown }) {
  const { text, diagnostics } = importBackend(readDocuments(documents), { name: 'Desk', base: 'http://old/' })
  const [head = '', ...body] = text.split(/^(?=const (?!oldBackend|ownHeaders))/m)
  return { text, head, body: body.join(''), diagnostics }
}

const widget = (rest: object = {}) => ({ name: 'A', description: 'B', type: 'markdown', endpoint: 'a', ...rest })
const table = (params: readonly object[]) => widget({ type: 'table', params })

test('a widget becomes a constant that is registered under its id', () => {
  const { head, body } = write({ widgets: { 'my-note': widget() } })
  expect(head).toContain("import { type Context, defineBackend, markdown, refuse } from 'deskwright'")
  expect(body).toBe(`const myNote = markdown({
  name: 'A',
  description: 'B',
  endpoint: 'a',
  load: (_params, context) => ask('a', { theme: context.theme }, context),
})

export default defineBackend({ name: 'Desk', widgets: { 'my-note': myNote } })
`)
})

test('what is left out is a comment, whatever it says', () => {
  const code = '*/\n\u2028export default evil // `${'
  const { text } = write({ widgets: { a: widget({ [code]: 1, storage: undefined, data: { [code]: code } }) } })
  expect(text.split(/[\n\r\u2028\u2029]/).filter((line) => line.includes('evil'))).toEqual([
    expect.stringMatching(/^\/\/ Left out: /),
    expect.stringMatching(/^\/\/ Left out: /),
  ])
  expect(text.match(/^export default/gm)).toHaveLength(1)
})

test('names in texts, prompts and comments are not imported', () => {
  const texts = ['table(', "it's metric(`x`) \\", '"chart(" + `${pdf(1)}`']
  const prompts = [...texts, ...texts.map((text) => `${text} @[id:a]`)]
  const tabs = { '': { id: '', name: '', layout: [] } }
  const apps = [{ name: 'Desk', description: texts[1], allowCustomization: true, tabs, groups: [], prompts }]
  const { head, body } = write({ widgets: { a: widget({ description: texts[2] }) }, apps })
  expect(head).toContain("import { app, type Context, defineBackend, markdown, prompt, refuse } from 'deskwright'")
  expect(body).toContain("prompt`it's metric(\\`x\\`) \\\\ ${a}`")
  expect(body).toContain('prompt`"chart(" + \\`\\${pdf(1)}\\` ${a}`')
})

describe('parameters', () => {
  const text = (paramName: string, rest: object = {}) => ({ paramName, type: 'text', label: 'T', ...rest })
  const dropdown = (paramName: string, rest: object = {}) => ({ ...text(paramName, rest), type: 'endpoint' })

  test('that several widgets have are one constant; others stand in their widget', () => {
    const { body } = write({ widgets: { a: table([text('day'), text('own')]), b: table([text('day')]) } })
    expect(body.match(/^const day = param\.text\('T'\)$/gm)).toHaveLength(1)
    expect(body).toContain("params: { day, own: param.text('T') }")
    expect(body).toContain('params: { day }')
  })

  test('of one name that are not the same are two', () => {
    const own = { widgets: { a: table([text('day')]), b: table([text('day', { label: 'Other' })]) } }
    const { body } = write(own)
    expect([...body.matchAll(/param\.text\('(\w+)'\)/g)].map(([, label]) => label)).toEqual(['T', 'Other'])
  })

  test('whose options depend on each other in a circle are written as far as that goes', () => {
    const params = ['one', 'two', 'three'].map((name, index, all) =>
      dropdown(name, { optionsEndpoint: name, optionsParams: { of: `$${all[(index + 1) % 3]}` } }),
    )
    const { body, diagnostics } = write({ widgets: { a: table(params) } })
    const declared = [...body.matchAll(/^const (\w+) =/gm)].map(([, name]) => name)
    const used = [...body.matchAll(/optionsParams: \{ of: (\w+) \}/g)].map(([, name = '']) => name)
    expect(declared).toEqual(['three', 'two', 'one', 'a'])
    expect(used).toEqual(['three', 'two'])
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['import-left-out', 'params.three.optionsParams.of'],
    ])
  })

  test('with the same options are served once, at the old address; other options elsewhere', () => {
    const books = (label: string, optionsParams: object) =>
      table([dropdown('book', { label, optionsEndpoint: '/books', optionsParams })])
    const { body, diagnostics } = write({
      widgets: { a: books('A', { of: 1 }), b: books('B', { of: 1 }), c: books('C', { of: 2 }) },
    })
    expect(body.match(/optionsEndpoint: '\/books'/g)).toHaveLength(2)
    expect(body.match(/options: \(params, context\) => ask\('\/books', params, context\)/g)).toHaveLength(2)
    const moved = diagnostics.filter(({ path }) => path === 'params.book.optionsEndpoint')
    expect(moved).toMatchObject([{ code: 'import-changed', where: 'widget "c"' }])
  })

  test('whose options another server has keep its address', () => {
    const optionsEndpoint = 'https://other.example/books?all=1'
    const { body, diagnostics } = write({ widgets: { a: table([dropdown('book', { optionsEndpoint })]) } })
    expect(body).toContain(`book: param.endpoint('T', { optionsEndpoint: '${optionsEndpoint}' })`)
    expect(diagnostics).toEqual([])
  })
})

test('very many widgets, with one name and one parameter, are as many constants', () => {
  const count = 5000
  const params = [{ paramName: 'value', type: 'text', label: 'V' }]
  const ids = Array.from({ length: count }, (_, index) => `value ${'-'.repeat(index)}`)
  const { body } = write({ widgets: Object.fromEntries(ids.map((id) => [id, table(params)])) })
  const declared = [...body.matchAll(/^const (\w+) =/gm)].map(([, name]) => name)
  expect(new Set(declared).size).toBe(count + 1)
})
