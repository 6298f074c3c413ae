import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { extractBrowser } from './extract-browser.ts'

/** A Chromium on this machine. */
export interface Browser {
  readonly executable: string
  /** What its process needs besides the usual. */
  readonly environment: NodeJS.ProcessEnv
}

const { PROGRAMFILES = '', 'PROGRAMFILES(X86)': programFilesX86 = '', LOCALAPPDATA = '' } = process.env
const windowsFolders = [PROGRAMFILES, programFilesX86, LOCALAPPDATA].filter((folder) => folder !== '')

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) => `/usr/bin/${name}`),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].flatMap((path) =>
    windowsFolders.map((folder) => join(folder, path)),
  ),
}

/** Finds the browser named by CHROMIUM_PATH, or the one of the system, or the one that came with npm (Linux). */
export async function findBrowser(): Promise<Browser> {
  const executable = process.env['CHROMIUM_PATH'] ?? usualPlaces[process.platform]?.find((path) => existsSync(path))
  return executable === undefined ? await extractBrowser() : { executable, environment: {} }
}
