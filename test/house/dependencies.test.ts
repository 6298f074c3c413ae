import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './root.ts'

type Kind = 'dependencies' | 'peerDependencies'
const page = await readFile(join(root, 'decisions/0023-each-dependency-has-a-reason.md'), 'utf8')

async function namesIn(path: string, kind: Kind): Promise<readonly string[]> {
  const manifest = JSON.parse(await readFile(join(root, path, 'package.json'), 'utf8')) as Partial<Record<Kind, object>>
  return Object.keys(manifest[kind] ?? {})
}

function namedIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)
}

it('each package that the library depends on has a reason, and no other one has', async () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const reasons = rows.flatMap((row) => namedIn(row.split('|')[1]!))
  expect(reasons.toSorted()).toEqual((await namesIn('packages/deskwright', 'dependencies')).toSorted())
})

it('each peer has one too', async () => {
  const peers = namedIn(/^Peers: [^]*?\n\n/m.exec(page)![0])
  expect(peers.toSorted()).toEqual((await namesIn('packages/deskwright', 'peerDependencies')).toSorted())
})

it('the Workbench depends on nothing', async () => {
  expect(await namesIn('packages/workbench', 'dependencies')).toEqual([])
})
