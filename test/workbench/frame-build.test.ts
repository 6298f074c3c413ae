import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { root } from '../house/root.ts'

const dist = join(root, 'packages/workbench/dist')
const page = readFileSync(join(dist, 'index.html'), 'utf8')
const entry = readFileSync(join(dist, /<script[^>]+src="([^"]+)"/.exec(page)![1]!))

it('is small to start with', () => {
  expect(gzipSync(entry).length).toBeLessThanOrEqual(60_000)
})

it('works under any path', () => {
  const paths = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!)
  expect(paths.filter((path) => !/^(\.\/|data:)/.test(path))).toEqual([])
})

it('has no schemas in what it starts with', () => {
  expect(entry.toString()).not.toMatch(/\bZodError\b|strictObject/)
})
