import { copyFile, mkdir, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { Backend } from 'deskwright'
import { readDocuments } from 'deskwright/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSource } from '../../packages/deskwright/src/check/read-source.ts'
import { hasCorpus, samples, type Sample } from '../check/corpus.ts'
import { readShared } from '../conformance/shared.ts'
import { compile, findUntold, importDocuments, importTo, load, scratch, type Imported } from './imported.ts'

const corpus = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const accepted = samples.filter(({ document, verdict }) => document === 'widgets' && verdict.startsWith('accept'))
/** Every eighth: all together take minutes. */
const some = accepted.filter((_, index) => index % 8 === 0)

/** What stands before and after the name of the document. */
const pairs = [
  ['KINGjetkong__backends-for-openbb/demo-apps__databento__openbb_databento__', '@52f3eba'],
  ['Lantern567__openbb_for_bmnr/backend__', ''],
  ['OpenBB-finance__backends-for-openbb/getting-started__hello-world__', ''],
  ['OpenBB-finance__polymarket-app/', ''],
  ['Thepan97__SentimentOpenBB/', ''],
] as const

describe.skipIf(!hasCorpus)('public backends', () => {
  const untold = new Map<string, readonly string[]>()
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
    for (const [index, sample] of some.entries()) {
      untold.set(sample.file, await importDocuments(`sample-${index}`, readBeside(sample)))
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

  test.each(some.map(({ file }) => file))('%s becomes a backend that says the same', (file) => {
    expect(untold.get(file)).toEqual([])
  })
})

/** Reads widgets, with the apps beside them. */
function readBeside({ file }: Sample): Parameters<typeof importDocuments>[1] {
  const read = (document: 'widgets' | 'apps', name: string) =>
    readSource({ document, name, content: { text: readShared(`corpus/${name}`) } }).value
  const names = ['apps', 'templates'].map((name) => file.replace(/widgets(?=(?:@[^.]*)?\.json$)/, name))
  const [apps] = samples.filter((sample) => sample.document === 'apps' && names.includes(sample.file))
  return { widgets: read('widgets', file), ...(apps && { apps: read('apps', apps.file) }) }
}
