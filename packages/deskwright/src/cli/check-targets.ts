import { readFile, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { readSource } from '../check/read-source.ts'
import type { DocumentName, Source } from '../check/source.ts'
import { toDocumentName } from '../check/to-document-name.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'

/** One backend to check. */
export type Target =
  | { readonly kind: 'url'; readonly subject: string }
  | { readonly kind: 'files'; readonly subject: string; readonly sources: readonly Source[] }
  | { readonly kind: 'entry'; readonly subject: string }

/** The names under which documents are found in a folder; the first that is there counts. */
const names: Readonly<Record<DocumentName, readonly string[]>> = {
  widgets: ['widgets.json'],
  apps: ['apps.json', 'templates.json', 'workspace_apps.json'],
  agents: ['agents.json', 'copilots.json'],
}

/**
 * Finds out what the arguments of a check are. Files of one folder are documents of one backend.
 *
 * @throws DeskwrightError `check-missing` when a file or folder does not exist
 */
export async function findTargets(what: readonly string[]): Promise<readonly Target[]> {
  const targets: Target[] = []
  const files: string[] = []
  for (const one of what) {
    if (/^https?:\/\//i.test(one)) {
      targets.push({ kind: 'url', subject: one })
      continue
    }
    if (/^postgres(?:ql)?:\/\//i.test(one)) {
      targets.push({ kind: 'entry', subject: one })
      continue
    }
    const found = await stat(one).catch(() => undefined)
    if (found === undefined) throw new DeskwrightError('check-missing', { path: one })
    if (found.isDirectory()) targets.push(await readFolder(one))
    else if (extname(one) === '.json') files.push(one)
    else targets.push({ kind: 'entry', subject: one })
  }
  return [...targets, ...toBackends(await Promise.all(files.map(readDocument)))]
}

async function readFolder(folder: string): Promise<Target> {
  const sources: Source[] = []
  for (const [document, files] of Object.entries(names) as [DocumentName, readonly string[]][]) {
    for (const file of files) {
      const path = join(folder, file)
      const text = await readFile(path, 'utf8').catch(() => undefined)
      if (text === undefined) continue
      sources.push({ document, name: path, content: { text } })
      break
    }
  }
  return sources.length === 0 ? { kind: 'entry', subject: folder } : { kind: 'files', subject: folder, sources }
}

async function readDocument(path: string): Promise<Source> {
  const content = { text: await readFile(path, 'utf8') }
  const { value } = readSource({ document: 'widgets', name: path, content })
  return { document: toDocumentName(value, path), name: path, content }
}

/** A second document of a kind in one folder belongs to another backend. */
function toBackends(sources: readonly Source[]): Target[] {
  const backends: Source[][] = []
  for (const source of sources) {
    const folder = dirname(source.name)
    const fitting = backends.find(
      (backend) =>
        dirname(backend[0]?.name ?? '') === folder && !backend.some(({ document }) => document === source.document),
    )
    if (fitting === undefined) backends.push([source])
    else fitting.push(source)
  }
  return backends.map((backend) => ({
    kind: 'files',
    subject: backend.map(({ name }) => name).join(', '),
    sources: backend,
  }))
}
