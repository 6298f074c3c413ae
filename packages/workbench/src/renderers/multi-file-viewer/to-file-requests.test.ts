import { expect, it } from 'vitest'
import { toAskedFiles, toFileOptions, toFileRequest, toFilesRequest, toOptionsQuery } from './to-file-requests.ts'

const selector = { paramName: 'doc', type: 'endpoint', roles: ['fileSelector'] } as const
const values = { doc: ['a.pdf'], category: 'all' }

it('asks for the list with all other values, or with what optionsParams says', () => {
  expect(toOptionsQuery(selector, values)).toEqual({ category: 'all' })
  const some = { ...selector, optionsParams: { kind: '$category', limit: 5 } }
  expect(toOptionsQuery(some, values)).toEqual({ kind: 'all', limit: 5 })
})

it('reads options of objects and of texts, and leaves out what is neither', () => {
  expect(toFileOptions([{ label: 'A', value: 'a' }, 'b', { label: 'none' }, null, { value: 3 }])).toEqual([
    { label: 'A', value: 'a' },
    { label: 'b', value: 'b' },
    { label: '3', value: '3' },
  ])
  expect(toFileOptions({ files: [] })).toEqual([])
})

it('asks for the opened and the ticked files, once each and in order', () => {
  expect(toAskedFiles('b', new Set(['c', 'a', 'b']))).toEqual(['a', 'b', 'c'])
  expect(toFilesRequest(selector, values, ['a', 'b'])).toEqual({
    method: 'POST',
    body: { doc: ['a', 'b'], category: 'all' },
  })
  expect(toFileRequest(selector, values, 'b')).toEqual({ query: { doc: 'b', category: 'all' } })
})
