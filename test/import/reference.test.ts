import { rm } from 'node:fs/promises'
import type { Backend } from 'deskwright'
import { readDocuments } from 'deskwright/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasCapture, serveReplay, type ReplayServer } from '../workbench/replay-server.ts'
import { compile, findUntold, importTo, load, scratch, type Imported } from './imported.ts'
import { readShared } from '../conformance/shared.ts'

describe.skipIf(!hasCapture)('the recorded backend', () => {
  let old: ReplayServer
  let imported: Imported
  let backend: Backend

  beforeAll(async () => {
    old = await serveReplay(8600)
    imported = await importTo('reference', old.url)
    backend = await load(imported)
  })
  afterAll(async () => {
    old?.close()
    await rm(scratch, { recursive: true, force: true })
  })

  test('becomes a module that type-checks', async () => {
    expect(await compile()).toBe('')
  })

  test('becomes a backend without errors', () => {
    expect(backend.manifest.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('says the same, but for what was reported', () => {
    const before = readDocuments({
      widgets: JSON.parse(readShared('captures/reference-backend/widgets.json')),
      apps: JSON.parse(readShared('captures/reference-backend/apps.json')),
    })
    expect(findUntold(before, backend, imported.findings)).toEqual([])
  })

  test('is asked for the data', async () => {
    const ask = async (path: string, init?: RequestInit) => {
      const answer = await backend.fetch(new Request(`http://new${path}`, init))
      return { status: answer.status, text: await answer.text() }
    }
    const failed: unknown[] = []
    for (const [id, widget] of Object.entries(backend.manifest.widgets)) {
      if (widget.type === 'advanced_charting' || widget.type === 'omni' || widget.type === 'multi_file_viewer') continue
      const path = `/${widget.endpoint.replace(/^\//, '')}`
      const theirs = await fetch(`${old.url}${path}`)
      const ours = await ask(path)
      if (theirs.status !== ours.status) failed.push([id, theirs.status, ours])
    }
    expect(failed).toEqual([])
  })
})
