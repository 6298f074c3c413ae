import { expect, it } from 'vitest'
import { toUrl } from './url.ts'

it.each([
  [{ host: '127.0.0.1', port: 7779, secure: false }, 'http://127.0.0.1:7779'],
  [{ host: '127.0.0.1', port: 7779, secure: true }, 'https://localhost:7779'],
  [{ host: 'localhost', port: 1, secure: false }, 'http://localhost:1'],
  [{ host: '::1', port: 1, secure: false }, 'http://[::1]:1'],
  [{ host: '0.0.0.0', port: 1, secure: false }, 'http://127.0.0.1:1'],
  [{ host: '::', port: 1, secure: true }, 'https://localhost:1'],
  [{ host: 'fd00::7', port: 1, secure: false }, 'http://[fd00::7]:1'],
  [{ host: 'desk.example.com', port: 443, secure: true }, 'https://desk.example.com:443'],
])('writes the address %o as %s', (address, url) => {
  expect(toUrl(address)).toBe(url)
})
