import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appendQuery, resolveEndpoint, toBackendRequest, toQuery } from './backend-request.ts'
import { toConnection } from './widget.fixture.ts'

const connection = toConnection('https://api.acme.test/base', [
  { key: 'X-API-KEY', value: 'secret', location: 'headers' },
  { key: 'team', value: 'rates & fx', location: 'query' },
  { key: ' ', value: 'nothing', location: 'headers' },
])

describe('an endpoint', () => {
  test.each([
    ['a/b', 'https://api.acme.test/base/a/b'],
    ['/a/b', 'https://api.acme.test/base/a/b'],
    ['/a/b/', 'https://api.acme.test/base/a/b'],
    ['//a///b//', 'https://api.acme.test/base/a/b'],
    ['', 'https://api.acme.test/base'],
    ['a/?x=//1/', 'https://api.acme.test/base/a?x=//1/'],
    ['https://other.test//x/', 'https://other.test//x/'],
    ['data:application/json,[]', 'data:application/json,[]'],
  ])('%j is resolved to %s', (endpoint, url) => {
    expect(resolveEndpoint('https://api.acme.test/base/', endpoint)).toBe(url)
  })

  test('a path that only starts like a scheme stays a path', () => {
    expect(resolveEndpoint('http://a.test', 'httpbin/get')).toBe('http://a.test/httpbin/get')
  })
})

test('a query that is there already stays alone', () => {
  expect(appendQuery('http://a.test/x?y=1', { z: 2 })).toBe('http://a.test/x?y=1')
  expect(appendQuery('http://a.test/x', { z: 2 })).toBe('http://a.test/x?z=2')
  expect(appendQuery('http://a.test/x#part', { z: 2 })).toBe('http://a.test/x?z=2#part')
  expect(appendQuery('http://a.test/x', { z: '' })).toBe('http://a.test/x')
})

test('headers and keys of the connection go to its own origin, and to no other', () => {
  expect(toBackendRequest(connection, { endpoint: 'x', query: { a: 1 } })).toEqual({
    method: 'GET',
    url: 'https://api.acme.test/base/x?a=1&team=rates+%26+fx',
    headers: { 'X-API-KEY': 'secret' },
  })
  expect(toBackendRequest(connection, { endpoint: 'https://api.acme.test/y' }).headers).toEqual({
    'X-API-KEY': 'secret',
  })
  expect(toBackendRequest(connection, { endpoint: 'https://evil.test/y', query: { a: 1 } })).toEqual({
    method: 'GET',
    url: 'https://evil.test/y?a=1',
    headers: {},
  })
})

test('placeholders take their values, which leave the query', () => {
  const request = toBackendRequest(toConnection('http://a.test'), {
    endpoint: '/books/{book}/{unknown}',
    query: { book: 'a/b c', desk: 'rates' },
  })
  expect(request.url).toBe('http://a.test/books/a%2Fb%20c/{unknown}?desk=rates')
})

test('a body is JSON', () => {
  expect(toBackendRequest(toConnection('http://a.test'), { endpoint: 'x', body: { ids: ['a', 'b'] } })).toEqual({
    method: 'POST',
    url: 'http://a.test/x',
    headers: { 'Content-Type': 'application/json' },
    body: '{"ids":["a","b"]}',
  })
})

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined))
const list = fc.array(fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean()))

test('whatever the values, each key comes once, as text, and empty ones do not come', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(scalar, list)), (query) => {
      const read = [...new URLSearchParams(toQuery(query))]
      const expected = Object.entries(query)
        .map(([key, value]) => [key, Array.isArray(value) ? value.join(',') : String(value ?? '')])
        .filter(([, value]) => value !== '')
      expect(read).toEqual(expected)
    }),
  )
})

test('whatever the slashes, a path is resolved to the same URL', () => {
  const slashes = fc.integer({ min: 1, max: 4 }).map((count) => '/'.repeat(count))
  const segment = fc.stringMatching(/^[a-z0-9_-]{1,8}$/)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(slashes, segment), { minLength: 1 }),
      fc.constantFrom('', '/', '//'),
      (parts, end) => {
        const loose = parts.map(([slash, name]) => slash + name).join('') + end
        const strict = parts.map(([, name]) => name).join('/')
        expect(resolveEndpoint('http://a.test/b', loose)).toBe(`http://a.test/b/${strict}`)
      },
    ),
  )
})
