import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import type { Backend } from '../../packages/deskwright/src/http/backend.ts'
import { openFolder } from '../../packages/deskwright/src/node/open-folder.ts'
import { serve } from '../../packages/deskwright/src/node/serve.ts'
import { createTestDatabase } from '../../packages/deskwright/src/sql/postgres/test-database.fixture.ts'

// Some hundred requests each, on machines that do other things too.
vi.setConfig({ testTimeout: 180_000 })

const examples = new URL('../../examples/', import.meta.url)

async function openExample(name: string): Promise<Backend> {
  const { default: backend } = (await import(new URL(`${name}/backend.ts`, examples).href)) as { default: Backend }
  return backend
}

/** Serves a backend, and lets everything be asked of it. */
async function find(backend: Backend): Promise<readonly string[]> {
  const server = await serve(backend, { port: 0 })
  onTestFinished(async () => void (await server.close(0)))
  const { findings } = await check(server.url)
  return findings.map(({ severity, code, where, message }) => `${severity} ${code} ${where}: ${message}`)
}

test.each(['hello', 'live', 'markets', 'parquet'])('our example %s has nothing wrong', async (name) => {
  expect(await find(await openExample(name))).toEqual([])
})

test('our example gallery has nothing wrong but what is meant to be', async () => {
  // One of its widgets always fails, to show how that looks.
  expect(await find(await openExample('gallery'))).toEqual([
    expect.stringMatching(/^error widget-status widget "markdown_widget_with_error_handling"/),
  ])
})

test('our example folder has nothing wrong', async () => {
  const folder = await openFolder(fileURLToPath(new URL('folder/data', examples)))
  expect(await find(await folder.load())).toEqual([])
})

test.each(['orders', 'warehouse'])('our example %s has nothing wrong, over a real PostgreSQL', async (name) => {
  const home = await createTestDatabase()
  const schema = `${name}_check_${process.pid}`
  Object.assign(process.env, { DATABASE_URL: home.url, [`${name.toUpperCase()}_SCHEMA`]: schema })
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL(`${name}/seed.js`, examples))])
  onTestFinished(async () => {
    await home.run(`drop schema ${schema} cascade`)
    await home.remove()
  })
  expect(await find(await openExample(name))).toEqual([])
})
