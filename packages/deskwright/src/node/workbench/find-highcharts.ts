import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Finds Highcharts in the project of the working directory. It is proprietary, so it is never shipped: who has a licence has
 * installed it. `undefined` when nobody did.
 */
export function findHighcharts(workingDirectory = process.cwd()): string | undefined {
  try {
    return dirname(createRequire(join(workingDirectory, 'package.json')).resolve('highcharts/package.json'))
  } catch {
    return undefined
  }
}
