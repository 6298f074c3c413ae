import { expect, test } from 'vitest'
import type { Manifest } from '../manifest/manifest.ts'
import { createBackend } from './create-backend.ts'

const manifest = {
  name: 'Desk',
  widgets: {},
  apps: [],
  agents: {},
  routes: [],
  sockets: [],
  diagnostics: [],
} as unknown as Manifest
const health = () => new Request('http://localhost/health')

test('a backend computes its manifest when it is first needed, and once', async () => {
  let computed = 0
  const backend = createBackend({ name: 'Desk', widgets: {} }, () => {
    computed += 1
    return manifest
  })
  expect([backend.name, computed]).toEqual(['Desk', 0])
  expect((await backend.fetch(health())).status).toBe(200)
  expect((await backend.fetch(health())).status).toBe(200)
  expect((await backend.createFetch({ dev: true })(health())).status).toBe(200)
  expect(backend.manifest).toBe(manifest)
  expect(computed).toBe(1)
})

test('fetch works detached from its backend, as hosts take it', async () => {
  const { fetch } = createBackend({ name: 'Desk', widgets: {} }, () => manifest)
  expect(await (await fetch(health())).json()).toEqual({ status: 'ok' })
})
