import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { serveByCli, type ServingCli } from '../cli/cli.ts'
import { openBrowser } from './browser/open-browser.ts'
import { trustAuthority } from './browser/trust.ts'

/** A backend, served by the command line, and a browser beside it. */
export interface Desk {
  readonly backend: ServingCli
  /** Its user trusts the backend's certificate authority. */
  readonly browser: Browser
  close(): Promise<void>
}

/** Serves the backend of these tests with further options, and opens a browser. */
export async function openDesk(...options: readonly string[]): Promise<Desk> {
  const home = await mkdtemp(join(tmpdir(), 'deskwright-browser-'))
  const backend = await serveByCli('start', 'test/e2e/fixtures/backend.ts', options, {
    environment: { DESKWRIGHT_HOME: join(home, 'deskwright') },
  })
  if (backend.authorityFile !== undefined) trustAuthority(home, backend.authorityFile)
  const browser = await openBrowser(home)
  return {
    backend,
    browser,
    async close() {
      await browser.close()
      await backend.end()
      await rm(home, { recursive: true, force: true })
    },
  }
}
