import { expect, test } from 'vitest'
import { isLoopback, toRequestTarget } from './request-target.ts'

test('a URL is split as URL would split it', () => {
  const urls = [
    'http://localhost:7779/a/b?x=1&y=http://z/?#end',
    'https://desk.example',
    'https://desk.example?x=/1',
    'http://[::1]:80/?',
    'http://h/a#b?c',
  ]
  for (const text of urls) {
    const url = new Request(text).url
    const { host, pathname, search } = new URL(text)
    expect(toRequestTarget(url)).toMatchObject({ path: pathname, query: search.slice(1) })
    expect(toRequestTarget(url).host.replace(/:80$/, '')).toBe(host)
  }
})

test('this machine is known by its names', () => {
  for (const host of ['localhost', 'localhost:1', '127.0.0.1:7779', '127.1.2.3', '[::1]:1', 'desk.localhost']) {
    expect([host, isLoopback(host)]).toEqual([host, true])
  }
  for (const host of ['desk.example', 'localhost.evil.example', '128.0.0.1', '[::2]', '127.0.0.1.evil.example']) {
    expect([host, isLoopback(host)]).toEqual([host, false])
  }
})
