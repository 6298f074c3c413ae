import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadEntry } from './load-entry.ts'

const backend = "{ name: 'Fake', options: {}, manifest: { diagnostics: [] }, createFetch() {} }"

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'deskwright-entry-')))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  return path
}

describe('loadEntry', () => {
  it.each([
    ['plain.mjs', `export default ${backend}`],
    ['common.cjs', `module.exports = ${backend}`],
    ['typed.ts', `interface Named { name: string }\nexport default ${backend} satisfies Named`],
    ['awaiting.ts', `const made = await Promise.resolve(${backend})\nexport default made`],
  ])('loads %s', async (name, text) => {
    const path = await write(name, text)
    expect(await loadEntry(path)).toMatchObject({ name: 'Fake' })
    expect(await loadEntry(path, { fresh: true })).toMatchObject({ name: 'Fake' })
  })

  it('loads anew what the module imports, and shares it among its importers', async () => {
    await write('again/shared.ts', "export const shared = { name: 'Old' }")
    await write('again/other.ts', "export { shared as other } from './shared.ts'")
    const path = await write(
      'again/desk.ts',
      `import { shared } from './shared.ts'\nimport { other } from './other.ts'\nexport default { ...${backend}, name: shared.name, same: shared === other }`,
    )
    expect(await loadEntry(path, { fresh: true })).toMatchObject({ name: 'Old', same: true })
    await write('again/shared.ts', "export const shared = { name: 'New' }")
    expect(await loadEntry(path, { fresh: true })).toMatchObject({ name: 'New', same: true })
  })

  it('names a module that does not exist', async () => {
    await expect(loadEntry(join(folder, 'missing.ts'))).rejects.toMatchObject({ code: 'entry-not-found' })
    await expect(loadEntry(folder)).rejects.toMatchObject({ code: 'entry-not-found' })
  })

  it.each([
    ['export const widgets = {}', 'there is none, only widgets'],
    ['', 'there is none'],
    ["export default 'desk'", 'it is a string'],
    ['export default []', 'it is an array'],
    ['export default null', 'it is null'],
    ["export default { name: 'Desk', widgets: {} }", 'it is plain options, without defineBackend around them'],
    ['export default { fetch() {} }', 'it is some other object'],
  ])('says that %j exports no backend', async (text, got) => {
    const path = await write(`${text.length}/desk.mjs`, text)
    await expect(loadEntry(path)).rejects.toMatchObject({
      code: 'entry-without-backend',
      message: `"${path}" has no backend as its default export: ${got}.`,
    })
  })

  describe.each([true, false])('loading fresh: %s', (fresh) => {
    it.each([
      ['syntax.ts', 'const a = 1\n\nexport default { a: }\n', 'SyntaxError: Unexpected token', 'syntax.ts:3:21'],
      [
        'throws.ts',
        "\nfunction fail() {\n  throw new TypeError('no data')\n}\nfail()\n",
        'TypeError: no data',
        'throws.ts:3',
      ],
      ['throws.mjs', "\nthrow new RangeError('no data')\n", 'RangeError: no data', 'throws.mjs:2'],
      ['text.ts', "throw 'only text'", 'only text', undefined],
    ])('says where %s fails', async (name, text, reason, place) => {
      const path = await write(`${fresh}/${name}`, text)
      const where = place === undefined ? '' : ` (${join(folder, `${fresh}`, place)})`
      await expect(loadEntry(path, { fresh })).rejects.toMatchObject({
        code: 'entry-failed',
        message: `"${path}" cannot be loaded: ${reason}${where}.`,
      })
    })

    it('says which import fails, and where the failing file is', async () => {
      await write(`${fresh}/inner.ts`, 'export const = 1')
      const path = await write(`${fresh}/outer.ts`, "import './inner.ts'\nexport default 1")
      await expect(loadEntry(path, { fresh })).rejects.toMatchObject({
        message: expect.stringContaining(join(folder, `${fresh}`, 'inner.ts:1')),
      })
    })

    it('names a module that cannot be found', async () => {
      const path = await write(`${fresh}/lost.ts`, "import './nowhere.ts'\nexport default 1")
      await expect(loadEntry(path, { fresh })).rejects.toMatchObject({
        message: expect.stringMatching(/Cannot find module '\.\/nowhere\.ts' \(.*lost\.ts:1\)/),
      })
    })

    it('says what to install when a package is missing', async () => {
      const path = await write(`${fresh}/bare.ts`, "import '@no-such/package/part'\nexport default 1")
      const hint = 'Install it where the module is: npm install @no-such/package'
      await expect(loadEntry(path, { fresh })).rejects.toMatchObject({ hint })
    })
  })

  it('blames the entry for what fails while the documents are made', async () => {
    const text = "export default { createFetch() {}, get manifest() {\n  throw new Error('no manifest')\n} }"
    const path = await write('lazy.mjs', text)
    await expect(loadEntry(path)).rejects.toMatchObject({
      code: 'entry-failed',
      message: expect.stringMatching(/no manifest \(.*lazy\.mjs:2\)/),
    })
  })
})
