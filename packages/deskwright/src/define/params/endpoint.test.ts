import { expect, test } from 'vitest'
import { clock, decoded } from './decoded.fixture.ts'
import { endpoint, isEndpointParam } from './endpoint.ts'
import { text } from './text.ts'

const options = () => ['a', 'b']

test('one value is text, and is not held against the options', () => {
  const book = endpoint('Book', { options, value: 'a' })
  expect(decoded(book, 'anything')).toBe('anything')
  expect(decoded(book, 5)).toBe('5')
  expect(decoded(book)).toBe('a')
  expect(book.wire).toEqual({ type: 'endpoint', label: 'Book', value: 'a' })
})

test('several values are an array, in the default on the wire too', () => {
  const books = endpoint('Books', { options, multiSelect: true, value: ['a', 'b'] })
  expect(decoded(books, 'a,c')).toEqual(['a', 'c'])
  expect(decoded(books, ['a', 'c'])).toEqual(['a', 'c'])
  expect(decoded(books)).toEqual(['a', 'b'])
  expect(books.wire).toEqual({ type: 'endpoint', label: 'Books', value: ['a', 'b'], multiSelect: true })
})

test('a file selector gives the selected files, however many', () => {
  const file = endpoint('File', { options, roles: ['fileSelector'] })
  expect(decoded(file, ['a.pdf', 'b.pdf'])).toEqual(['a.pdf', 'b.pdf'])
  expect(decoded(file, 'a.pdf')).toEqual(['a.pdf'])
  expect(decoded(file)).toEqual([])
})

test('references are kept for the manifest', () => {
  const desk = text('Desk')
  const book = endpoint('Book', { options, optionsParams: { desk, limit: 50 } })
  expect(book.optionsParams).toEqual({ desk, limit: 50 })
  expect(book.loadOptions).toBe(options)
  expect(endpoint('Book', { optionsEndpoint: 'books' }).optionsEndpoint).toBe('books')
  expect([isEndpointParam(book), isEndpointParam(desk)]).toEqual([true, false])
})

test('decoding never throws', () => {
  const book = endpoint('Book', { options })
  for (const received of [{}, [[]], [{}], Number.NaN, Symbol('s'), () => 1, 1n]) {
    expect(book.decode(received, clock)).toBeTypeOf('object')
  }
})
