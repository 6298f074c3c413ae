import { copyFile, mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Backend } from 'deskwright'
import { readDocuments } from 'deskwright/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasCorpus } from '../check/corpus.ts'
import { readShared } from '../conformance/shared.ts'
import { compile, findUntold, importTo, load, scratch, type Imported } from './imported.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
/** What stands before and after the name of the document. */
const pairs = [
  ['KINGjetkong__backends-for-openbb/demo-apps__databento__openbb_databento__', '@52f3eba'],
  ['Lantern567__openbb_for_bmnr/backend__', ''],
  ['OpenBB-finance__backends-for-openbb/getting-started__hello-world__', ''],
  ['OpenBB-finance__polymarket-app/', ''],
  ['Thepan97__SentimentOpenBB/', ''],
] as const

describe.skipIf(!hasCorpus)('public backends', () => {
  const found = new Map<string, { readonly imported: Imported; readonly backend: Backend }>()

  beforeAll(async () => {
    for (const [index, [start, end]] of pairs.entries()) {
      const folder = join(scratch, `pair-${index}`)
      await mkdir(folder, { recursive: true })
      for (const document of ['widgets', 'apps']) {
        await copyFile(join(corpus, `${start}${document}${end}.json`), join(folder, `${document}.json`))
      }
      const imported = await importTo(`pair-${index}`, folder)
      found.set(start, { imported, backend: await load(imported) })
    }
  })
  afterAll(() => rm(scratch, { recursive: true, force: true }))

  test('become modules that type-check', async () => {
    expect(await compile()).toBe('')
  })

  test.each(pairs)('%s%s becomes a backend without errors', (start) => {
    const { manifest } = found.get(start)!.backend
    expect(manifest.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test.each(pairs)('%s%s says the same, but for what was reported', (start, end) => {
    const { imported, backend } = found.get(start)!
    const [widgets, apps] = ['widgets', 'apps'].map((name): unknown =>
      JSON.parse(readShared(`corpus/${start}${name}${end}.json`)),
    )
    expect(findUntold(readDocuments({ widgets, apps }), backend, imported.findings)).toEqual([])
  })
})
