import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { selfLoadingTypes } from './load-renderer.ts'

const read = (path: string) => readFileSync(new URL(`../renderers/${path}`, import.meta.url), 'utf8')

test('the frame knows which renderers load their own data', () => {
  // Renderers need a browser: they are read, not run.
  const listed = [...read('renderers.ts').matchAll(/^ {2}'?([\w-]+)'?: .*import\('\.\/(.+)'\)/gm)]
  const found = listed.filter(([, , path]) => /^\s+loadsItself: true,$/m.test(read(path!))).map(([, type]) => type!)
  expect(listed.length).toBeGreaterThan(10)
  expect(found.sort()).toEqual([...selfLoadingTypes].sort())
})
