// What every script needs first: the dependencies and the build, each only when it is missing or out of date.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const library = join(root, 'packages/deskwright')

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

/** Builds when a source is newer than the build. Returns an exit code; a failed build leaves nothing behind. */
export function build() {
  if (newest(join(library, 'src')) < (modified(join(library, 'dist/index.d.ts')) ?? 0)) return 0
  rmSync(join(library, 'dist'), { recursive: true, force: true })
  const code = npm('run', 'build', '--silent')
  if (code !== 0) rmSync(join(library, 'dist'), { recursive: true, force: true })
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

/** Folders count too: their time changes when a file goes away. */
function newest(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((found) => modified(join(found.parentPath ?? found.path, found.name)) ?? 0)
    .reduce((latest, time) => Math.max(latest, time), modified(folder) ?? 0)
}
