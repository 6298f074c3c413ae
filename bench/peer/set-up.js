// The peer's Python environment: made once, when there is a Python at all.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bench, python } from '../servers.js'

/** Makes `bench/.venv`, or brings it up to date, and tells whether there is one. */
export function setUpPeer() {
  const system = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0)
  if (system === undefined) {
    console.log('no Python here: our columns only')
    return false
  }
  if (!existsSync(python)) execFileSync(system, ['-m', 'venv', join(bench, '.venv')], { stdio: 'inherit' })
  execFileSync(python, ['-m', 'pip', 'install', '-q', '-r', join(bench, 'peer/requirements.txt')], { stdio: 'inherit' })
  return true
}
