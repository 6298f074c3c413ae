// Vitest's counts as one plain line, for people and for whatever reads the end of a log.
import { readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './setup.js'

/** Names a fresh report file and the arguments that make vitest write it. */
export function reportTo(name) {
  const file = join(root, 'node_modules/.cache/deskwright', `tests-${name}.json`)
  rmSync(file, { force: true })
  return { file, arguments: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`] }
}

/** Writes each failure's place and first line, then `vitest: 12 passed, 1 failed`; no report counts as one failure. */
export function summarizeTests(label, { file }) {
  const { passed, failures, skipped } = read(file)
  const counts = `${label}: ${passed} passed, ${failures.length} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
  return [...failures.map((failure) => `✗ ${failure}`), counts].join('\n')
}

function read(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'))
    return {
      passed: report.numPassedTests,
      failures: report.testResults.flatMap(failuresOf),
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch (error) {
    return { passed: 0, failures: [`no report: ${error.message}`], skipped: 0 }
  }
}

/** A file that failed before its first test is one failure. */
function failuresOf({ name, status, message, assertionResults }) {
  const place = relative(root, name)
  const failed = assertionResults.filter((test) => test.status === 'failed')
  if (status === 'failed' && assertionResults.length === 0) return [`${place}: ${firstLine(message)}`]
  return failed.map((test) => `${place} › ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
}

function firstLine(text = '') {
  return text.split('\n', 1)[0]
}
