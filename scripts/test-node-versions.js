// `npm run test:nodes`: the library's own tests under the other supported releases of Node, which come from the registry.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build, install, npm, root, run } from './setup.js'
import { reportTo, summarizeTests } from './test-report.js'

const releases = ['22.23.3', '24.21.0']
const cache = join(root, 'node_modules/.cache/deskwright')
const system = { win32: 'win' }[process.platform] ?? process.platform
/** What the package `node` would download by an install script, which newer releases of npm do not run unasked. */
const packageName = `${system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${process.arch}`

const code = install() || build()
if (code !== 0) process.exit(code)

const lines = releases.map((release) => {
  console.log(`\n── Node ${release}`)
  const report = reportTo(`node-${release}`)
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'library', ...report.arguments]
  if (run(provide(release), vitest) !== 0) process.exitCode = 1
  return summarizeTests(`node${Number.parseInt(release)}`, report)
})
console.log(`\n${lines.join('\n')}`)

/** Installs a release of Node once, and returns its program. */
function provide(release) {
  const folder = join(cache, `node-${release}`)
  const program = join(folder, 'node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(program)) return program
  mkdirSync(folder, { recursive: true })
  npm('install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', `${packageName}@${release}`)
  return program
}
