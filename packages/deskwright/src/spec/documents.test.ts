import { describe, expect, test } from 'vitest'
import { agentsSchema } from './agents/agent.ts'
import { appsSchema } from './apps/app.ts'
import { desk } from './desk.fixture.ts'
import { readDocuments } from './read-documents.ts'
import { listPaths, replaceAt } from './replace-at.fixture.ts'
import { widgetsSchema } from './widgets/widget.ts'

describe('documents we emit', () => {
  test('pass the exact schemas', () => {
    expect(widgetsSchema.parse(desk.widgets)).toEqual(desk.widgets)
    expect(appsSchema.parse(desk.apps)).toEqual(desk.apps)
    expect(agentsSchema.parse(desk.agents)).toEqual(desk.agents)
  })

  test('are read as they are, without a finding', () => {
    const { diagnostics, ...documents } = readDocuments(desk)
    expect(diagnostics).toEqual([])
    expect(documents).toEqual(desk)
  })

  test('survive JSON', () => {
    const { diagnostics } = readDocuments(JSON.parse(JSON.stringify(desk)) as object)
    expect(diagnostics).toEqual([])
  })
})

describe('the exact schemas', () => {
  /** Objects whose keys are not ours. */
  const free = /\.(?:storage|optionsParams|params|columnState|default|chartModel|filterModel|features|headers|tabs)$/
  const objects = (document: unknown) =>
    listPaths(document).filter((path) => {
      const value = path.reduce<unknown>((json, step) => (json as Record<string, unknown>)[step], document)
      return path.length > 0 && typeof value === 'object' && value !== null && !Array.isArray(value)
    })

  test.each([
    ['widgets', widgetsSchema, desk.widgets],
    ['apps', appsSchema, desk.apps],
    ['agents', agentsSchema, desk.agents],
  ] as const)('refuse an unknown key anywhere in %s', (_name, schema, document) => {
    const tolerant = objects(document).filter((path) => {
      const changed = replaceAt(document, [...path, 'surprise'], 1)
      return schema.safeParse(changed).success
    })
    expect(tolerant.filter((path) => !free.test(`.${path.join('.')}`))).toEqual([])
  })

  test.each([
    ['a type only Workspace uses', ['bonds', 'type'], 'file_viewer'],
    ['an alias', ['bonds', 'type'], 'table_ssrm'],
    ['a stale time below a second', ['bonds', 'staleTime'], 999],
    ['a width of more than 40', ['bonds', 'gridData', 'w'], 41],
    [
      'a colour without a code',
      ['bonds', 'data', 'table', 'columnsDefs', 2, 'renderFnParams', 'colorRules', 0, 'color'],
      'yellow',
    ],
    [
      'between without a range',
      ['bonds', 'data', 'table', 'columnsDefs', 2, 'renderFnParams', 'colorRules', 0, 'range'],
      undefined,
    ],
    [
      'a click without its target',
      ['bonds', 'data', 'table', 'columnsDefs', 0, 'renderFnParams', 'groupBy'],
      undefined,
    ],
    ['a text as a number', ['bonds', 'data', 'table', 'columnsDefs', 0, 'width'], '120'],
    ['a file viewer without a selector', ['files', 'params', 0, 'roles'], undefined],
    ['an omni without a prompt', ['ask', 'params'], []],
    ['a live grid without a socket', ['live', 'wsEndpoint'], undefined],
    ['tabs without options', ['bonds', 'params', 0, 0, 'options'], []],
    ['several values of a date', ['bonds', 'params', 1, 0, 'multiple'], true],
    ['an endpoint without its options', ['bonds', 'params', 1, 1, 'optionsEndpoint'], undefined],
    ['a form without fields', ['bonds', 'params', 1, 4, 'inputParams'], undefined],
  ] as const)('refuse %s', (_name, path, value) => {
    expect(widgetsSchema.safeParse(replaceAt(desk.widgets, path, value)).success).toBe(false)
  })

  test.each([
    ['a widget that leaves the grid', [0, 'tabs', 'files', 'layout', 0, 'x'], 1],
    ['a tab whose id is not its key', [0, 'tabs', 'files', 'id'], 'other'],
    ['a group with a name of its own', [0, 'groups', 0, 'name'], 'Bonds'],
    ['a group of tickers with a parameter', [0, 'groups', 0, 'type'], 'ticker'],
    ['a relative MCP server', [0, 'mcp_servers', 0, 'url'], '/mcp'],
    ['a missing list of prompts', [0, 'prompts'], undefined],
  ] as const)('refuse %s', (_name, path, value) => {
    expect(appsSchema.safeParse(replaceAt(desk.apps, path, value)).success).toBe(false)
  })

  test('refuse an agent without an endpoint, and ids in capitals', () => {
    expect(agentsSchema.safeParse(replaceAt(desk.agents, ['desk-helper', 'endpoints'], {})).success).toBe(false)
    expect(agentsSchema.safeParse({ 'Desk Helper': desk.agents['desk-helper'] }).success).toBe(false)
  })
})
