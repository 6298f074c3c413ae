import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a browser can be made to trust an authority without changing what its user trusts elsewhere. */
export const canTrust = process.platform === 'linux' && spawnSync('certutil', ['-H']).error === undefined

if (!canTrust) {
  process.stderr.write('certutil (libnss3-tools) is not installed: the browser tests over HTTPS do not run\n')
}

/** Puts a certificate authority among those that Chromium trusts for a user with this home folder. */
export function trustAuthority(home: string, authorityFile: string): void {
  const database = join(home, '.pki/nssdb')
  mkdirSync(database, { recursive: true })
  const certutil = (...given: string[]) => execFileSync('certutil', ['-d', `sql:${database}`, ...given])
  certutil('-N', '--empty-password')
  certutil('-A', '-n', 'deskwright', '-t', 'C,,', '-i', authorityFile)
}
