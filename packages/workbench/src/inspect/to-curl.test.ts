import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCurl } from './to-curl.ts'

test('a request is written as one command', () => {
  const request = {
    method: 'POST' as const,
    url: 'http://a.example/x?q=1&r=2',
    headers: { 'X-API-KEY': "it's" },
    body: '{"a":1}',
  }
  expect(toCurl(request)).toBe(
    String.raw`curl 'http://a.example/x?q=1&r=2' \
  -X POST \
  -H 'X-API-KEY: it'\''s' \
  --data-raw '{"a":1}'`,
  )
})

test.runIf(process.platform !== 'win32')('a shell reads every body back as it was', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((body) => !body.includes('\0'))
  fc.assert(
    fc.property(text, (body) => {
      const command = toCurl({ method: 'GET', url: 'http://a.example/', headers: {}, body }).replace(
        /^curl/,
        "printf '%s\\n'",
      )
      expect(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' })).toBe(
        `http://a.example/\n--data-raw\n${body}\n`,
      )
    }),
    { numRuns: 25 },
  )
})
