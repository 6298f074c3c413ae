// `npm test`: installs, builds and runs every check of the repository, then sums up. All checks run, also after a failure.
import { performance } from 'node:perf_hooks'
import { build, install, npm, run } from './setup.js'
import { reportTo, summarizeTests } from './test-report.js'

const library = 'packages/deskwright'
const packages = [library, 'packages/workbench']
const report = reportTo('all')
const tool = (name, ...args) => npm('exec', '--offline', '--', name, ...args)

/** After a failed vital check the others mean nothing. */
const checks = [
  { name: 'install', check: install, vital: true },
  { name: 'build', check: build, vital: true },
  { name: 'lint', check: () => tool('oxlint') },
  { name: 'format', check: () => tool('oxfmt', '--check') },
  { name: 'types', check: () => tool('tsc', '-p', 'tsconfig.json') },
  { name: 'docs', check: () => run(process.execPath, ['scripts/generate-docs.js', '--check']) },
  { name: 'tests', check: () => tool('vitest', 'run', ...report.arguments, ...process.argv.slice(2)) },
  { name: 'unused', check: () => tool('knip') },
  { name: 'publint', check: () => packages.reduce((code, path) => code || tool('publint', path, '--strict'), 0) },
  { name: 'attw', check: () => tool('attw', '--pack', library, '--profile', 'esm-only') },
]

const results = []
for (const { name, check, vital = false } of checks) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  const code = check()
  results.push({ name, code, seconds: (performance.now() - start) / 1000 })
  if (vital && code !== 0) break
}

console.log('\n── summary')
for (const { name, code, seconds } of results) {
  console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s`)
}
console.log(summarizeTests('vitest', report))
process.exitCode = results.every(({ code }) => code === 0) ? 0 : 1
