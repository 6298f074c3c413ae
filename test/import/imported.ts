import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backend } from 'deskwright'
import { binary, root } from '../house/root.ts'
import { importBackend } from '../../packages/deskwright/src/import/import-backend.ts'
import { runCli } from '../../packages/deskwright/src/cli/run.ts'
import { loadEntry } from '../../packages/deskwright/src/cli/load-entry.ts'
import { readDocuments, type Diagnostic, type DocumentsReading, type WireApp } from 'deskwright/spec'
import { describeApp, describeWidget, findApp, type Statements, toGroupKey, toPlaceKey } from './normalize.ts'

/** A module that the command wrote. */
export interface Imported {
  readonly file: string
  readonly text: string
  /** What the command reported. */
  readonly findings: readonly Diagnostic[]
}

/** Where modules are written: inside the project, so that they find the library. */
export const scratch = join(root, 'test/import', `.scratch-${process.pid}`)

/** Runs the command. */
export async function importTo(name: string, what: string): Promise<Imported> {
  await mkdir(scratch, { recursive: true })
  const file = join(scratch, `${name}.ts`)
  await rm(file, { force: true })
  const [written, told] = [[] as string[], [] as string[]]
  const stdout = { write: (text: string) => written.push(text) }
  const stderr = { write: (text: string) => told.push(text) }
  const code = await runCli(['import', what, '--out', file, '--json'], { stdout, stderr, environment: {} })
  if (code !== 0) throw new Error(told.join(''))
  const { diagnostics } = JSON.parse(written.join('')) as { diagnostics: Diagnostic[] }
  return { file, text: await readFile(file, 'utf8'), findings: diagnostics }
}

/**
 * Imports documents without the command. Lists what the module says differently without having told, and what it has of errors.
 */
export async function importDocuments(name: string, documents: Parameters<typeof readDocuments>[0]): Promise<string[]> {
  await mkdir(scratch, { recursive: true })
  const file = join(scratch, `${name}.ts`)
  const reading = readDocuments(documents)
  const { text, diagnostics } = importBackend(reading, { name: 'Any', base: 'http://127.0.0.1:7779/' })
  await writeFile(file, text)
  const backend = await load({ file, text, findings: diagnostics })
  const errors = backend.manifest.diagnostics.filter(({ severity }) => severity === 'error')
  return [...findUntold(reading, backend, diagnostics), ...errors.map(({ where, message }) => `${where}: ${message}`)]
}

/** Loads the backend that a written module exports. */
export async function load({ file }: Imported): Promise<Backend> {
  return await loadEntry(file)
}

/** Type-checks all written modules with the strictest options of the project; gives what the compiler says. */
export async function compile(): Promise<string> {
  const config = { extends: join(root, 'tsconfig.base.json'), compilerOptions: { noEmit: true }, include: ['*.ts'] }
  await writeFile(join(scratch, 'tsconfig.json'), JSON.stringify(config))
  return await new Promise((resolve) => {
    const args = [binary('typescript', 'tsc'), '-p', scratch, '--pretty', 'false']
    execFile(process.execPath, args, { cwd: root, maxBuffer: 10_000_000 }, (_error, stdout) => resolve(stdout))
  })
}

/** What the library adds or works out by itself: it means the same to Workspace. */
const workedOut = [
  /^description$/,
  /^gridData\b/,
  /^img/,
  /^prompts$/,
  /^allowCustomization$/,
  /\.defaultValue$/,
  /\.groups$/,
]

/** Lists what a backend says differently than the documents it was imported from, without what was reported. */
export function findUntold(before: DocumentsReading, { manifest }: Backend, findings: readonly Diagnostic[]): string[] {
  const after = readDocuments(JSON.parse(JSON.stringify({ widgets: manifest.widgets, apps: manifest.apps })))
  const widgets = Object.keys(before.widgets ?? {}).flatMap((id) => {
    const [old, own] = [before.widgets, after.widgets].map((all) => describeWidget(all ?? {}, id))
    return compare(`widget ${JSON.stringify(id)}`, old, own, findings, (path) => path)
  })
  const apps = (before.apps ?? []).flatMap((app) => {
    const own = findApp(after.apps, app.name)
    const where = `app ${JSON.stringify(app.name)}`
    if (own === undefined) return [`${where} is missing`]
    return compare(where, describeApp(app), describeApp(own), findings, (path) => toPlace(app, path))
  })
  return [...widgets, ...apps]
}

function compare(
  where: string,
  old: Statements = new Map(),
  own: Statements = new Map(),
  findings: readonly Diagnostic[],
  toOwnPath: (path: string) => string,
): string[] {
  const told = findings.filter((finding) => finding.where === where).map(({ path }) => toOwnPath(path))
  const paths = new Set([...old.keys(), ...own.keys()])
  return [...paths].flatMap((path) => {
    if (old.get(path) === own.get(path)) return []
    if (!old.has(path) && workedOut.some((pattern) => pattern.test(path))) return []
    if (told.some((one) => one === '' || path === one || path.startsWith(`${one}.`))) return []
    return [`${where} ${path}: ${old.get(path) ?? 'absent'} became ${own.get(path) ?? 'absent'}`]
  })
}

/** Findings name places by number; statements name them by widget. */
function toPlace(app: WireApp, path: string): string {
  return path
    .replace(/^tabs\.(.*)\.layout\[(\d+)\]/, (_, id: string, place: string) => {
      const { name = '', layout = [] } = app.tabs[id] ?? {}
      return `tabs.${name}.layout.${toPlaceKey(layout, Number(place))}`
    })
    .replace(/^groups\[(\d+)\]/, (_, index: string) => `groups.${toGroupKey(app.groups, Number(index))}`)
}
