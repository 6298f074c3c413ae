import { DeskwrightError } from '../../index.ts'

/** Refuses a line of an SQL file. */
export type RefuseLine = (line: number, reason: string, fix?: string) => never

/** Makes what refuses lines of a file. Throws `folder-file-broken`. */
export function createRefuseLine(file: string): RefuseLine {
  return (line, reason, fix) => {
    throw new DeskwrightError('folder-file-broken', { file, line, reason, fix })
  }
}
