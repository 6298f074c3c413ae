import { sep } from 'node:path'

/** Whether a relative path leads through node_modules or something hidden. */
export function isHidden(path: string): boolean {
  return path
    .split(sep)
    .some((part) => part === 'node_modules' || (part.startsWith('.') && part !== '..' && part !== '.'))
}
