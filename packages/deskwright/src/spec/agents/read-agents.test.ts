import { describe, expect, test } from 'vitest'
import { readAgents } from './read-agents.ts'

const base = { name: 'Helper', description: 'Helps', endpoints: { query: '/v1/query' }, features: { streaming: true } }
const read = (extra: object) => {
  const { document, diagnostics } = readAgents({ helper: { ...base, ...extra } })
  return {
    agent: document?.['helper'],
    found: diagnostics.map(({ severity, code, path }) => `${severity} ${code} ${path}`),
  }
}

describe('the document', () => {
  test('is an object by id, or an array of agents with ids', () => {
    expect(readAgents({ helper: base })).toEqual({ document: { helper: base }, diagnostics: [] })
    expect(readAgents([{ id: 'helper', ...base }])).toEqual({ document: { helper: base }, diagnostics: [] })
  })

  test('has an id for each agent, in small letters', () => {
    expect(readAgents([base]).diagnostics).toMatchObject([{ severity: 'error', code: 'key-missing', path: 'id' }])
    expect(readAgents({ 'My Helper': base }).diagnostics).toMatchObject([{ severity: 'advice', code: 'agent-id' }])
    expect(readAgents({ my_helper: base }).diagnostics).toEqual([])
  })

  test('is nothing else', () => {
    expect(readAgents('agents').diagnostics).toMatchObject([{ severity: 'error', code: 'document-shape' }])
  })
})

describe('an agent', () => {
  test.each([
    [{ name: '' }, ['error value-illegal name']],
    [{ description: undefined }, ['error value-illegal description']],
    [{ endpoints: {} }, ['error key-missing endpoints.query']],
    [{ image: null }, []],
    [{ link: 'x' }, ['warning key-unknown link']],
    [{ features: { streaming: 'yes' } }, ['warning value-illegal features.streaming']],
    [{ features: { model: { type: 'select' } } }, ['warning key-missing features.model.label']],
  ])('with %j is found to be wrong', (extra, found) => {
    expect(read(extra).found).toEqual(found)
  })

  test('of an older kind gets the features its flags stood for', () => {
    const { agent, found } = read({ features: {}, hasStreaming: true, hasFunctionCalling: true, hasDocuments: false })
    expect(agent?.features).toEqual({
      streaming: true,
      'widget-dashboard-select': true,
      'widget-dashboard-search': true,
      'widget-global-search': true,
    })
    expect(found).toHaveLength(3)
  })
})
