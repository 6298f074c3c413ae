import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './root.ts'

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>
}

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as Lock
const packages = Object.entries(lock.packages).map(([path, locked]) => ({
  name: path.split('node_modules/').at(-1),
  ...locked,
}))

// npm writes only the native parts of the machine that ran it when its registry, or its node_modules, had no others.
it('holds the native parts of every tool for Linux, macOS and Windows', () => {
  const wanted = packages.flatMap(({ optionalDependencies = {} }) => Object.entries(optionalDependencies))
  const native = wanted.filter(([name]) =>
    /[-/](?:darwin-(?:arm64|x64)|linux-(?:arm64|x64)|win32-x64)(?:-gnu|-msvc)?$/.test(name),
  )
  const locked = new Set(packages.flatMap(({ name, version }) => [`${name}`, `${name}@${version}`]))
  expect(native.length).toBeGreaterThan(0)
  expect(native.filter(([name, version]) => !locked.has(/^\d/.test(version) ? `${name}@${version}` : name))).toEqual([])
})

it('holds one version of DuckDB', () => {
  expect(packages.filter(({ name }) => name === '@duckdb/node-api')).toHaveLength(1)
})
