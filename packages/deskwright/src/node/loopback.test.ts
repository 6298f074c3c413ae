import { describe, expect, it } from 'vitest'
import { isLoopback } from './loopback.ts'

describe('isLoopback', () => {
  it.each(['127.0.0.1', '127.8.9.1', 'localhost', 'LOCALHOST', 'desk.localhost', '::1', '[::1]', '::ffff:127.0.0.1'])(
    'says that %s reaches this machine only',
    (host) => expect(isLoopback(host)).toBe(true),
  )

  it.each(['0.0.0.0', '::', '', '192.168.1.7', '10.0.0.1', '127.0.0.1.example.com', 'localhost.example.com'])(
    'says that "%s" may reach further',
    (host) => expect(isLoopback(host)).toBe(false),
  )
})
