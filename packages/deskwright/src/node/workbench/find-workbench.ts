import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DeskwrightError } from '../../errors/deskwright-error.ts'

const name = '@deskwright/workbench'

/**
 * Finds the built files of the Workbench, an optional package: beside this one, else in the project of the working directory.
 *
 * @throws DeskwrightError `workbench-missing`
 */
export function findWorkbench(workingDirectory = process.cwd()): string {
  for (const from of [import.meta.url, pathToFileURL(join(workingDirectory, 'package.json'))]) {
    const folder = resolveFrom(from)
    if (folder !== undefined && existsSync(join(folder, 'index.html'))) return folder
  }
  throw new DeskwrightError('workbench-missing', { name })
}

function resolveFrom(from: string | URL): string | undefined {
  try {
    return join(dirname(createRequire(from).resolve(`${name}/package.json`)), 'dist')
  } catch {
    return undefined
  }
}
