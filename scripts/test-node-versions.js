// `npm run test:nodes`: the library's own tests under the other supported releases of Node, which come from the registry.
import { join } from 'node:path'
import { build, install, npm, root } from './setup.js'
import { reportTo, summarizeTests } from './test-report.js'

const releases = ['22.23.3', '24.21.0']
const vitest = join(root, 'node_modules/vitest/vitest.mjs')

const code = install() || build()
if (code !== 0) process.exit(code)

const lines = releases.map((release) => {
  console.log(`\n── Node ${release}`)
  const report = reportTo(`node-${release}`)
  const args = ['run', '--project', 'library', ...report.arguments]
  const status = npm('exec', '--yes', `--package=node@${release}`, '--', 'node', vitest, ...args)
  if (status !== 0) process.exitCode = 1
  return summarizeTests(`node${Number.parseInt(release)}`, report)
})
console.log(`\n${lines.join('\n')}`)
