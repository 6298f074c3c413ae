import { expect, it } from 'vitest'
import { allowHost, isLoopback, mayLoad } from './hosts.ts'

const context = { toUrl: () => 'https://desk.example:8000/' }

it.each([
  'data:image/png;base64,AA',
  'https://desk.example:8000/logo.png',
  'http://127.0.0.1:9000/a',
  'http://localhost/a',
])('loads %s without asking', (url) => expect(mayLoad(url, context)).toBe(true))

it.each([
  'https://tracker.example/pixel.gif',
  'https://desk.example/other-port',
  'javascript:alert(1)',
  '//half.example/x',
  'a.png',
])('does not load %s', (url) => expect(mayLoad(url, context)).toBe(false))

it('loads from a host once the user allowed it', () => {
  allowHost('files.example')
  expect(mayLoad('https://files.example/a.pdf', context)).toBe(true)
})

it.each(['localhost.evil.example', '127.0.0.1.evil.example', 'evil-localhost'])(
  'takes %s for another machine',
  (host) => expect(isLoopback(host)).toBe(false),
)
