import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../packages/deskwright/src/errors/catalogue.ts'
import { root } from './root.ts'

const codes = Object.keys(catalogue)

describe('the catalogue of errors', () => {
  it('is the same as its page, both ways', async () => {
    const page = await readFile(join(root, 'docs/errors.md'), 'utf8')
    const listed = [...page.matchAll(/^### (\S+)$/gm)].map(([, code]) => code)
    expect(new Set(listed)).toEqual(new Set(codes))
  })

  it('has kebab-case codes and a title without a full stop', () => {
    expect(codes.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([])
    expect(codes.filter((code) => catalogue[code as keyof typeof catalogue].title.endsWith('.'))).toEqual([])
  })

  it('has no code in two of its files', async () => {
    const folder = join(root, 'packages/deskwright/src/errors/catalogue')
    const sources = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')))
    const declared = sources.flatMap((source) =>
      [...source.matchAll(/^ {2}'?([a-z0-9-]+)'?: entry\(/gm)].map(([, code]) => code),
    )
    expect(declared).toHaveLength(codes.length)
  })

  it('is the only source of errors', async () => {
    const rooms = join(root, 'packages/deskwright/src')
    const files = (await readdir(rooms, { recursive: true })).filter(
      (file) => file.endsWith('.ts') && !/\.(?:test|test-d|fixture)\.ts$/.test(file),
    )
    const sources = await Promise.all(
      files.map(async (file) => [file, await readFile(join(rooms, file), 'utf8')] as const),
    )
    const stray = sources.filter(([, source]) => /throw new (?!DeskwrightError\b)/.test(source)).map(([file]) => file)
    expect(stray).toEqual([])
  })
})
