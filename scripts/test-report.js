// Vitest's counts as one plain line, for people and for whatever reads the end of a log.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup.js'

/** Names a fresh report file and the arguments that make vitest write it. */
export function reportTo(name) {
  const file = join(root, 'node_modules/.cache/deskwright', `tests-${name}.json`)
  rmSync(file, { force: true })
  return { file, arguments: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] }
}

/** Writes `vitest: 12 passed, 0 failed`; no report counts as one failure. */
export function summarizeTests(label, { file }) {
  const { passed, failed, skipped } = countsIn(file)
  return `${label}: ${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}

function countsIn(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    const brokenFiles = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + brokenFiles.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
