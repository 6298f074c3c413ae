import { expect, it } from 'vitest'
import { toPageAddress } from './to-page-address.ts'

it.each([
  'https://page.example/a?b=1',
  'http://localhost:3000/',
  'http://127.0.0.1/x',
  'http://0.0.0.0:80/',
  'http://[::1]:9/',
])('embeds %s', (url) => expect(toPageAddress(url)).toEqual({ url, origin: new URL(url).origin }))

it.each([
  'http://desk.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:http://a/1',
  'no address',
])('refuses %s and says why', (url) => expect(toPageAddress(url)).toHaveProperty('refusal'))
