import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as deskwright from 'deskwright'
import { widgetTypes } from 'deskwright/spec'

const root = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

const snippets = [...readme.matchAll(/<!-- (\S+\.ts) -->\n\n```ts\n([^]*?)```/g)].map(([, path = '', code]) => ({
  path,
  code,
}))

test('the README has its examples', () => {
  expect(snippets.map(({ path }) => path)).toEqual(['examples/hello/backend.ts', 'examples/parquet/backend.ts'])
})

test.each(snippets)('the README shows $path as it is', ({ path, code }) => {
  expect(code).toBe(readFileSync(new URL(path, root), 'utf8'))
})

test('the fifteen lines are fifteen', () => {
  expect(snippets[0]?.code?.trimEnd().split('\n')).toHaveLength(15)
})

test('the table of widget types has every factory and every type, once', () => {
  const rows = [...readme.matchAll(/^\| \[`([\w-]+)`\]\([^)]+\) +\| `(\w+)` +\|/gm)]
  for (const [, , factory = ''] of rows) expect(deskwright, factory).toHaveProperty(factory)
  expect(rows.map(([, type]) => type).toSorted()).toEqual([...widgetTypes].toSorted())
})

test('every link of the README leads somewhere', () => {
  for (const [, path = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
    expect(() => readFileSync(new URL(path, root)), path).not.toThrow(/ENOENT/)
  }
})
