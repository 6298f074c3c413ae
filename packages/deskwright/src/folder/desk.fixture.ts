import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { Backend } from '../http/backend.ts'
import { openFolder } from '../node/open-folder.ts'

/** Gives every test of a file an empty folder on the disk, and what is served of it. */
export function useFolder() {
  let folder = ''
  beforeEach(async () => {
    folder = join(await realpath(await mkdtemp(join(tmpdir(), 'deskwright-folder-'))), 'desk')
    await mkdir(folder)
  })
  afterEach(() => rm(dirname(folder), { recursive: true }))

  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return {
    path: () => folder,
    write,
    open: () => openFolder(folder),
    /** Writes files and serves them. */
    async serve(files: Readonly<Record<string, string | Uint8Array>>) {
      for (const [path, content] of Object.entries(files)) await write(path, content)
      return askBackend(await (await openFolder(folder)).load())
    },
  }
}

/** Asks a backend as Workspace does. */
export function askBackend(backend: Backend) {
  const { manifest } = backend
  const ask = async (id: string, query: string, init: RequestInit): Promise<any> => {
    const answer = await backend.fetch(new Request(`http://desk.test/${manifest.widgets[id]?.endpoint}${query}`, init))
    const text = await answer.text()
    if (!answer.ok) return { status: answer.status, text }
    return answer.headers.get('content-type')?.includes('json') === true ? JSON.parse(text) : text
  }
  return {
    backend,
    manifest,
    widget: (id: string) => manifest.widgets[id],
    /** What is found, in words. */
    findings: () => manifest.diagnostics.map(({ severity, where, message }) => `${severity} ${where} ${message}`),
    /** The columns of a table, by field. */
    columns: (id: string) =>
      Object.fromEntries((manifest.widgets[id]?.data?.table?.columnsDefs ?? []).map((one) => [one.field, one])),
    get: (id: string, query = '') => ask(id, query, {}),
    /** Asks a server-side table for a block. */
    post: (id: string, request: object) => ask(id, '', { method: 'POST', body: JSON.stringify(request) }),
  }
}
