import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))

mkdirSync(`${root}node_modules/.cache`, { recursive: true })
const folder = mkdtempSync(`${root}node_modules/.cache/docs-`)
afterAll(() => rmSync(folder, { recursive: true }))

/** The TypeScript of a page is one module: its blocks in order. */
const pages = readdirSync(`${root}docs`)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({
    name,
    blocks: [...readFileSync(`${root}docs/${name}`, 'utf8').matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code]) => code),
  }))
  .filter(({ blocks }) => blocks.length > 0)

test('the TypeScript in the documentation type-checks', () => {
  for (const { name, blocks } of pages) {
    writeFileSync(`${folder}/${name.replace('.md', '.ts')}`, `${blocks.join('\n')}\nexport {}\n`)
  }
  const config = {
    extends: `${root}tsconfig.base.json`,
    compilerOptions: { noEmit: true, types: ['node'], typeRoots: [`${root}node_modules/@types`] },
    include: ['*.ts'],
  }
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }')
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config))
  expect(pages.length).toBeGreaterThan(0)
  expect(compile()).toBe('')
})

function compile(): string {
  try {
    execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], { encoding: 'utf8' })
    return ''
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}
