import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

/** Nothing of the browser's own may go to the network. */
const flags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
]

/** Opens a Chromium whose user lives in this folder. */
export async function openBrowser(home: string, options: LaunchOptions = {}): Promise<Browser> {
  const { executable, environment } = await findBrowser()
  const { XDG_DATA_HOME: _data, XDG_CONFIG_HOME: _config, ...inherited } = process.env
  return await chromium.launch({
    ...options,
    executablePath: executable,
    args: flags,
    env: { ...inherited, ...environment, HOME: home },
  })
}
