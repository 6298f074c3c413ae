import { expect, test } from 'vitest'
import { readDocuments } from '../spec/read-documents.ts'
import { checkSources } from './check-sources.ts'

test('what others have found already is said once', () => {
  const value = { prices: { name: 'Prices', description: 'Of the day', endpoint: 'prices', staleTime: 60 } }
  const { diagnostics } = readDocuments({ widgets: value })
  expect(diagnostics).toHaveLength(1)
  const { findings } = checkSources('desk', [{ document: 'widgets', name: 'widgets.json', content: { value } }], {
    diagnostics,
  })
  expect(findings).toHaveLength(1)
})
