// What every script needs first: the dependencies and the build, each only when it is missing or out of date.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a command in the repository, in view, and returns its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (error !== undefined) console.error(`${command}: ${error.message}`)
  return status ?? 1
}

/** Runs npm: the one that runs us, or else the one on the path. */
export function npm(...args) {
  const script = process.env['npm_execpath']
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}

/** Installs when something that the lock file names is missing or has another version. Returns an exit code. */
export function install() {
  return isInstalled() ? 0 : npm('ci', '--no-audit', '--no-fund')
}

/** Builds what has a source that is newer than its build. Returns an exit code; a failed build leaves nothing behind. */
export function build() {
  return builds.reduce((code, { name, sources, result }) => code || buildOne(name, sources, result), 0)
}

/** The library first: the Workbench takes the contract from its sources. */
const builds = [
  { name: 'deskwright', sources: ['packages/deskwright/src'], result: 'packages/deskwright/dist/index.d.ts' },
  {
    name: '@deskwright/workbench',
    sources: [
      'packages/workbench/src',
      'packages/workbench/index.html',
      'packages/workbench/vite.config.ts',
      'packages/deskwright/src/spec',
    ],
    result: 'packages/workbench/dist/index.html',
  },
]

function buildOne(name, sources, result) {
  const latest = Math.max(...sources.map((source) => newest(join(root, source))))
  if (latest < (modified(join(root, result)) ?? 0)) return 0
  const folder = dirname(join(root, result))
  rmSync(folder, { recursive: true, force: true })
  const code = npm('run', 'build', '--silent', '--workspace', name)
  if (code !== 0) rmSync(folder, { recursive: true, force: true })
  return code
}

function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json')
  if (installed === undefined) return false
  return Object.entries(packagesIn('package-lock.json') ?? {}).every(
    ([path, { version, optional }]) =>
      path === '' || (optional && !installed[path]) || installed[path]?.version === version,
  )
}

function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(join(root, lockFile), 'utf8')).packages
  } catch {
    return undefined
  }
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

/** The time of the newest file. Folders count too: their time changes when a file goes away. */
function newest(path) {
  if (!statSync(path).isDirectory()) return modified(path)
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .map((found) => modified(join(found.parentPath ?? found.path, found.name)) ?? 0)
    .reduce((latest, time) => Math.max(latest, time), modified(path) ?? 0)
}
