import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { show } from '../../internal/show.ts'
import { toMarkupPlaces, type MarkupPlace } from './markup-places.ts'

const brand = Symbol.for('deskwright.markup')

/** HTML that is safe to be put into a page. */
export interface Markup {
  /** Whether it is safe in text, or its author vouches for it wherever it stands. */
  readonly [brand]: 'text' | 'anywhere'
  toString(): string
}

const known = new WeakMap<readonly string[], readonly MarkupPlace[]>()

/**
 * Writes HTML, with values as text: `` markup`<b title="${name}">${name}</b>` ``. `null`, `undefined` and `false` are nothing, the items of
 * an array follow one another, and other markup stays as it is. An address that would run code gets `unsafe:` in front.
 *
 * @throws DeskwrightError `markup-place-unsafe`, `markup-value-unfit`
 */
export function markup(parts: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  let places = known.get(parts)
  if (places === undefined) known.set(parts, (places = toMarkupPlaces(parts)))
  const pieces = parts.map((part, index) =>
    index < values.length ? part + toPiece(values[index], places[index]!, part) : part,
  )
  return createMarkup(pieces.join(''), 'text')
}

/** Vouches for a text that you wrote yourself, so that `markup` leaves it as it is, in scripts and styles too. */
export function trusted(text: string): Markup {
  return createMarkup(text, 'anywhere')
}

/** Takes the text of a page; what is no markup stays as it is. */
export function toPageText(page: unknown): unknown {
  return isMarkup(page) ? page.toString() : page
}

/** Whether a value is markup, of whichever copy of the library. */
function isMarkup(value: unknown): value is Markup {
  return typeof value === 'object' && value !== null && brand in value
}

function createMarkup(text: string, safe: Markup[typeof brand]): Markup {
  return { [brand]: safe, toString: () => text }
}

function toPiece(value: unknown, place: MarkupPlace, before: string): string {
  if (isMarkup(value) && value[brand] === 'anywhere') return value.toString()
  if (place.kind === 'unsafe') {
    throw new DeskwrightError('markup-place-unsafe', { where: place.where, before: before.slice(-40) })
  }
  if (place.kind === 'text') return toHtml(value)
  const text = toText(value)
  return escape(place.begins ? toSafeAddress(text) : text)
}

function toHtml(value: unknown): string {
  if (Array.isArray(value)) return value.map(toHtml).join('')
  return isMarkup(value) ? value.toString() : escape(toText(value))
}

function toText(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (isMarkup(value)) return value.toString()
  if (Array.isArray(value)) return value.map(toText).join('')
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value === true)
    return `${value}`
  throw new DeskwrightError('markup-value-unfit', { got: show(value) })
}

function escape(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Browsers leave out blanks and control characters in front of a scheme, and line breaks and tabs within it. */
function toSafeAddress(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what browsers leave out
  const [, scheme = ''] = /^([^/?#:]*):/.exec(text.replace(/[\u0000-\u0020]/g, '')) ?? []
  return scheme === '' || /^(?:https?|mailto|tel)$/i.test(scheme) || /^\s*data:image\//i.test(text)
    ? text
    : `unsafe:${text}`
}
