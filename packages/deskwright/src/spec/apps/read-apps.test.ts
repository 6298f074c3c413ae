import { describe, expect, test } from 'vitest'
import { readApps } from './read-apps.ts'

const item = { i: 'prices', x: 0, y: 0, w: 40, h: 10 }
const tabs = { '': { id: '', name: '', layout: [item] } }
const base = { name: 'Desk', tabs, groups: [], prompts: [], allowCustomization: true }
const full = { ...base, img: '', img_dark: '', img_light: '' }
const read = (extra: object) => {
  const { document, diagnostics } = readApps([{ ...base, ...extra }])
  return { app: document?.[0], found: diagnostics.map(({ severity, code, path }) => `${severity} ${code} ${path}`) }
}

describe('the document', () => {
  test('is an array of apps', () => {
    expect(readApps([base])).toEqual({ document: [full], diagnostics: [] })
  })

  test('may be one bare app, or an empty object', () => {
    expect(readApps(base)).toMatchObject({
      document: [full],
      diagnostics: [{ severity: 'advice', code: 'document-shape' }],
    })
    expect(readApps({})).toMatchObject({ document: [], diagnostics: [{ severity: 'advice', code: 'document-shape' }] })
  })

  test.each([null, 'apps', 12, { desk: base }])('is nothing else: %j', (json) => {
    expect(readApps(json)).toEqual({
      diagnostics: [expect.objectContaining({ severity: 'error', code: 'document-shape', where: 'apps.json' })],
    })
  })
})

describe('an app', () => {
  test('is named by its name, or by its place', () => {
    const { diagnostics } = readApps([{ ...base, tabs: [] }, { tabs }, 'x'])
    expect(diagnostics.map(({ where, path, severity }) => [severity, where, path])).toEqual([
      ['error', 'app "Desk"', 'tabs'],
      ['error', 'app 2', 'name'],
      ['advice', 'app 2', 'allowCustomization'],
      ['advice', 'app 2', 'groups'],
      ['advice', 'app 2', 'prompts'],
      ['error', 'app 3', ''],
    ])
  })

  test.each([
    ['custom-desk', []],
    ['desk', ['error app-id id']],
    [12, ['error app-id id']],
  ])('has an id of Workspace or none: %j', (id, found) => {
    expect(read({ id }).found).toEqual(found)
  })

  test('may spell its MCP servers in another way, with absolute addresses', () => {
    const servers = [{ name: 'Desk', url: 'https://example.com/mcp' }]
    expect(read({ mcpServers: servers })).toEqual({
      app: { ...full, mcp_servers: servers },
      found: ['advice key-respelled mcpServers'],
    })
    expect(read({ mcp_servers: [{ name: 'Desk', url: 'mcp/' }] })).toEqual({
      app: { ...full, mcp_servers: [] },
      found: ['error value-illegal mcp_servers[0].url'],
    })
  })

  test('has groups with a type', () => {
    const group = { name: 'Group 1', paramName: 'a', widgetIds: ['prices'] }
    expect(read({ groups: [group] })).toMatchObject({
      app: { groups: [{ ...group, type: 'param' }] },
      found: ['error key-missing groups[0].type'],
    })
    expect(read({ groups: [{ ...group, type: 'endpoint_param' }] })).toMatchObject({
      app: { groups: [{ ...group, type: 'endpointParam' }] },
      found: ['warning value-illegal groups[0].type'],
    })
    expect(read({ groups: [{ name: 'Group 1', type: 'param', paramName: 'a' }] })).toMatchObject({
      app: { groups: [{ widgetIds: [] }] },
      found: [],
    })
  })

  test('has tabs by key, and places inside them', () => {
    const broken = { 'my tab': { name: 'Mine', layout: [{ ...item, x: '0' }, { x: 0, y: 0, w: 1, h: 1 }, item] } }
    const { app, found } = read({ tabs: broken })
    expect(found).toEqual([
      'error key-missing tabs["my tab"].id',
      'error value-illegal tabs["my tab"].layout[0].x',
      'error key-missing tabs["my tab"].layout[1].i',
    ])
    expect(app?.tabs['my tab']).toEqual({ id: 'my tab', name: 'Mine', layout: [item, item] })
  })

  test('has open places and states', () => {
    const state = { params: { a: ['x', null], b: 'True' }, chartView: { enabled: true, x: 'day' }, endpoint: 'other' }
    const { app, found } = read({ tabs: { a: { id: 'a', name: 'A', layout: [{ ...item, extra: 1, state }] } } })
    expect(found).toEqual([])
    expect(app?.tabs['a']?.layout[0]?.state).toEqual({ params: { a: ['x'], b: 'True' }, chartView: { enabled: true } })
  })

  test('warns about what Workspace does not know', () => {
    expect(read({ title: 'Desk' }).found).toEqual(['warning key-unknown title'])
    expect(read({ templateId: 'x', template_id: 'y' }).found).toEqual([])
  })
})
