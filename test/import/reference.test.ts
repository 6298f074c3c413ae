import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Backend } from 'deskwright'
import { serve, type RunningServer } from 'deskwright/node'
import { paramsOf, readDocuments } from 'deskwright/spec'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hasCapture, serveReplay, type ReplayServer } from '../workbench/replay-server.ts'
import { compile, findUntold, importTo, load, scratch, type Imported } from './imported.ts'
import { readShared } from '../conformance/shared.ts'
import { runCli } from '../../packages/deskwright/src/cli/run.ts'

describe.skipIf(!hasCapture)('the recorded backend', () => {
  let old: ReplayServer
  let imported: Imported
  let backend: Backend
  let served: RunningServer

  beforeAll(async () => {
    old = await serveReplay()
    imported = await importTo('reference', old.url)
    backend = await load(imported)
    served = await serve(backend, { port: 0 })
  })
  afterAll(async () => {
    await served?.close()
    old?.close()
    await rm(scratch, { recursive: true, force: true })
  })

  test('is reported in few words, with what comes next', async () => {
    const told: string[] = []
    const out = join(scratch, 'again.ts')
    const code = await runCli(['import', old.url, '--out', out], {
      stdout: { write: () => true },
      stderr: { write: (text: string) => told.push(text) },
      environment: {},
    })
    const text = told.join('')
    expect([code, text.match(/^(warning|advice)/gm)?.length]).toEqual([0, expect.toSatisfy((count) => count < 25)])
    expect(text).toMatch(/^warning 45 widgets, as widget "markdown_widget" › id /m)
    expect(text).toMatch(new RegExp(`^Next: deskwright dev ${out}\n$`, 'm'))
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
    const different: unknown[] = []
    for (const [id, { type, endpoint, params }] of Object.entries(backend.manifest.widgets)) {
      if (type === 'advanced_charting' || type === 'omni' || type === 'multi_file_viewer') continue
      const query = new URLSearchParams(/^(chart|markdown|iframe)/.test(type) ? { theme: 'dark' } : {})
      for (const { paramName, value } of paramsOf({ ...(params && { params }) })) {
        if (value !== undefined && value !== null && value !== '') query.set(paramName, String(value))
      }
      const path = `/${endpoint.replace(/^\//, '')}?${query}`
      const [theirs, ours] = [await ask(old.url, path), await ask(served.url, path)]
      const [one, other] = theirs.status < 400 ? [theirs, ours] : [theirs.status, ours.status]
      if (JSON.stringify(one) !== JSON.stringify(other)) different.push([id, theirs, ours])
      expect(toWords(old.asked.at(-1)), id).toEqual(toWords(old.asked.at(-2)))
    }
    expect(different).toEqual([])
  })

  test('is asked for options, files, answers and bars', async () => {
    const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body), headers: json })
    const questions: readonly (readonly [string, RequestInit?])[] = [
      ['/get_tickers_list'],
      ['/document_options?category=all'],
      ['/omni-widget', post({ prompt: 'hello', type: 'table' })],
      ['/omni-widget-with-citations', post({ prompt: 'hello', type: 'chart', include_metadata: true })],
      ['/udf/config'],
    ]
    for (const [path, init] of questions) {
      const [theirs, ours] = [await ask(old.url, path, init), await ask(served.url, path, init)]
      expect(ours, path).toEqual(theirs)
      expect(old.asked.at(-1), path).toBe(old.asked.at(-2))
    }
  })

  test('is asked what its forms are submitted with, and says what is wrong', async () => {
    const init = { method: 'POST', body: '{"client_first_name":"Ann","add_record":true}', headers: json }
    const [theirs, ours] = [await ask(old.url, '/form_submit', init), await ask(served.url, '/form_submit', init)]
    expect(old.asked.slice(-2)).toEqual(['POST /form_submit', 'POST /form_submit'])
    const { detail } = theirs.body as { detail: string } // what was recorded has no answer to it
    expect([theirs.status, ours]).toEqual([404, { status: 400, body: { detail, error: detail } }])
  })

  test('answers several files, although the old backend only knows one at a time', async () => {
    const file = { data_format: { data_type: 'pdf', filename: 'a.pdf' }, content: 'JVBERi0=' }
    const answer = await loadOver('single', (request, response) => {
      const isGet = request.method === 'GET'
      response.writeHead(isGet ? 200 : 405, json).end(JSON.stringify(isGet ? file : { detail: 'Method Not Allowed' }))
    })
    const body = JSON.stringify({ pdf_name: ['Sample', 'Other'] })
    const files = await answer(new Request('http://new/multi_pdf_base64', { method: 'POST', body, headers: json }))
    expect([files.status, await files.json()]).toEqual([200, [file, file]])
  })

  test('gets the headers of the connection, and its refusal reaches the user', async () => {
    const seen: unknown[] = []
    const answer = await loadOver('strict', (request, response) => {
      seen.push(request.headers['x-api-key'])
      response.writeHead(403, json).end('{"detail":"Not with this key"}')
    })
    const refused = await answer(new Request('http://new/table_widget', { headers: { 'X-API-KEY': 'secret' } }))
    expect([refused.status, await refused.json(), seen]).toEqual([403, { detail: 'Not with this key' }, ['secret']])
  })

  /** Loads the module over another old backend. */
  async function loadOver(name: string, listener: RequestListener): Promise<Backend['fetch']> {
    const other = createServer(listener)
    other.listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const file = imported.file.replace('reference.ts', `${name}.ts`)
    await writeFile(file, imported.text.replace(old.url, `http://127.0.0.1:${(other.address() as AddressInfo).port}`))
    return (await load({ ...imported, file })).fetch
  }
})

/** A request, whatever the order of its query. */
function toWords(asked = ''): string[] {
  return asked.split(/[?&]/).toSorted()
}

const json = { 'content-type': 'application/json' }

async function ask(
  base: string,
  path: string,
  init?: RequestInit,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await fetch(`${base}${path}`, init)
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') === true
  return { status: answer.status, body: isJson ? (JSON.parse(text) as unknown) : text }
}
