import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { isDescribed } from './output/report-error.ts'

const own = fileURLToPath(new URL('..', import.meta.url))

/** Says why a module could not be loaded, and where, from whatever was thrown. */
export async function toEntryError(
  entry: string,
  cause: unknown,
  loadAgain: () => Promise<unknown>,
): Promise<DeskwrightError> {
  if (isDescribed(cause) && cause.code === 'entry-without-backend') return cause
  const { reason, place } = (await explain(cause, loadAgain)) ?? { reason: String(cause), place: undefined }
  const details = { entry, reason, place: place === undefined ? undefined : shorten(place) }
  const hint = isDescribed(cause) ? { hint: cause.hint } : toInstallHint(reason)
  const diagnostics = isDescribed(cause) ? { diagnostics: cause.diagnostics } : {}
  return new DeskwrightError('entry-failed', { ...details, ...hint }, { cause, ...diagnostics })
}

/** A package that is not there is mended by installing it. */
function toInstallHint(reason: string): { readonly hint?: string } {
  const [, name] = /Cannot find (?:module|package) '((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/.exec(reason) ?? []
  return name === undefined ? {} : { hint: `Install it where the module is: npm install ${name}` }
}

interface Explanation {
  readonly reason: string
  readonly place: string | undefined
}

async function explain(cause: unknown, loadAgain: () => Promise<unknown>): Promise<Explanation | undefined> {
  if (!(cause instanceof Error)) return undefined
  const parse = /ParseError: (.*?)\s*\n\s*(.+:\d+):(\d+)/.exec(cause.message)
  // The parser counts columns from 0, editors from 1.
  if (parse !== null) return { reason: `SyntaxError: ${parse[1]}`, place: `${parse[2]}:${Number(parse[3]) + 1}` }
  const place = findPlace(cause)
  // Node keeps the place of a syntax error to itself; the other loader names it.
  if (place === undefined && cause instanceof SyntaxError) {
    const other = await loadAgain().catch((error: unknown) => error)
    if (other instanceof Error && other.message.includes('ParseError')) return await explain(other, loadAgain)
  }
  return { reason: toReason(cause), place }
}

function toReason({ name, message }: Error): string {
  const first = (message.split('\n')[0] ?? '').trim().replace(/[.:]$/, '')
  const missing = /\(0\s?,\s?\w+\.(\w+)\) is not a function/.exec(first)
  if (missing !== null) return `"${missing[1]}" is not a function that the imported module exports`
  return name === 'Error' || name === 'DeskwrightError' ? first : `${name}: ${first}`
}

function findPlace(error: Error): string | undefined {
  const stack = error.stack ?? ''
  const linking = /^(file:\/\/\S+:\d+)\n/.exec(stack)
  if (linking?.[1] !== undefined) return linking[1]
  // Columns are left out: those of TypeScript are of the code that was made of it.
  const frames = stack.matchAll(/^\s+at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\).+?:\d+):\d+\)?$/gm)
  for (const [, place = ''] of frames) if (isUsers(place)) return place
  const [importer] = (error as { requireStack?: readonly string[] }).requireStack ?? []
  return importer
}

function isUsers(place: string): boolean {
  const path = toPath(place)
  return !/[\\/]node_modules[\\/]/.test(path) && !path.startsWith(own)
}

function toPath(place: string): string {
  return place.startsWith('file://') ? fileURLToPath(place) : place
}

function shorten(place: string): string {
  const path = toPath(place)
  const shorter = relative('', path)
  return shorter.startsWith('..') ? path : shorter
}
