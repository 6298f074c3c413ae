import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** Whether the folder of material from outside is there. Says so when it is not. */
export function hasShared(folder: string): boolean {
  const present = existsSync(`${shared}/${folder}`)
  if (!present) process.stderr.write(`../shared/${folder} is not there: what is tested with it is left out.\n`)
  return present
}

/** Reads a file of the material from outside. */
export function readShared(path: string): string {
  return readFileSync(`${shared}/${path}`, 'utf8')
}
