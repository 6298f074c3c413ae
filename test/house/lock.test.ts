import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './root.ts'

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>
}

// npm writes only the native parts of the machine that ran it when its registry, or its node_modules, had no others.
it('holds the native parts of every tool for Linux, macOS and Windows', async () => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
  const native = wanted.filter((name) =>
    /[-/](?:darwin-(?:arm64|x64)|linux-(?:arm64|x64)|win32-x64)(?:-gnu|-msvc)?$/.test(name),
  )
  expect(native.length).toBeGreaterThan(0)
  expect(native.filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([])
})
