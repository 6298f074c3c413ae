/** Where a value stands in HTML. */
export type MarkupPlace =
  | { readonly kind: 'text' }
  /** Between quotes; `begins` when an address begins there. */
  | { readonly kind: 'attribute'; readonly begins: boolean }
  /** Where no value can be made safe: said in words. */
  | { readonly kind: 'unsafe'; readonly where: string }

const addresses: ReadonlySet<string> = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'poster', 'data'])

/** What has text of its own kind up to its end tag. In the first two it is read as HTML text is. */
const rawElements = /^(?:title|textarea|script|style|iframe|noscript|noembed|noframes|xmp|plaintext)$/
const readAsText = /^(?:title|textarea)$/

/** One step through HTML from where the last one ended; every expression is sticky. */
const nextTag = /<!--|<[!?]|<\/?([a-z][^\s/>]*)|<\/?$/giy
const tagPart = /\s+|\/|>|([^\s/>="'][^\s/>=]*)(\s*=\s*)?/gy

/**
 * Finds out where the values of a template stand, from the fixed parts around them. Reads HTML as browsers do, as far as that takes:
 * text, tags, quoted attributes, comments, and elements whose text is no HTML.
 */
export function toMarkupPlaces(parts: readonly string[]): readonly MarkupPlace[] {
  const reader = createReader()
  return parts.slice(0, -1).map((part) => {
    reader.read(part)
    return reader.place()
  })
}

interface Attribute {
  readonly name: string
  /** The quote, or none. */
  readonly quote: string
  /** What stands in it before the value: fixed text, and whether there was another value. */
  text: string
  holds: boolean
}

/** What the reader is within; `raw` is an element whose text is no HTML. */
type State = 'text' | 'comment' | 'declaration' | 'tag' | 'attribute' | 'raw'

function createReader() {
  let state: State = 'text'
  let element = ''
  let isEnd = false
  let attribute: Attribute = { name: '', quote: '', text: '', holds: false }

  const steps: Record<State, (part: string, at: number) => number> = {
    text(part, at) {
      const open = part.indexOf('<', at)
      if (open === -1) return part.length
      nextTag.lastIndex = open
      const found = nextTag.exec(part)
      if (found === null) return open + 1 // a lone "<" is text
      const [text, name] = found
      if (text === '<!--') state = 'comment'
      else if (name !== undefined) {
        state = 'tag'
        element = name.toLowerCase()
        isEnd = text.startsWith('</')
      } else state = /^<\/?$/.test(text) ? 'tag' : 'declaration' // what follows a last "<" would name a tag
      return open + text.length
    },
    comment: (part, at) => leave(part, at, '-->'),
    declaration: (part, at) => leave(part, at, '>'),
    tag(part, at) {
      tagPart.lastIndex = at
      const [text = part[at]!, name, equals] = tagPart.exec(part) ?? []
      if (text === '>') state = !isEnd && rawElements.test(element) ? 'raw' : 'text'
      if (equals === undefined) return at + text.length
      const quote = /["']/.exec(part[at + text.length] ?? '')?.[0] ?? ''
      attribute = { name: name!.toLowerCase(), quote, text: '', holds: false }
      state = 'attribute'
      return at + text.length + quote.length
    },
    attribute(part, at) {
      const end = attribute.quote === '' ? /[\s>]/ : attribute.quote
      const found = part.slice(at).search(end)
      if (found === -1) {
        attribute.text += part.slice(at)
        return part.length
      }
      state = 'tag'
      return at + found + attribute.quote.length
    },
    raw(part, at) {
      const found = part.slice(at).search(new RegExp(`</${element}(?=[\\s/>]|$)`, 'i'))
      if (found === -1) return part.length
      state = 'text'
      return at + found
    },
  }

  function leave(part: string, at: number, end: string): number {
    const found = part.indexOf(end, at)
    if (found === -1) return part.length
    state = 'text'
    return found + end.length
  }

  return {
    read(part: string): void {
      for (let at = 0; at < part.length;) at = steps[state](part, at)
    },
    place(): MarkupPlace {
      if (state === 'text' || (state === 'raw' && readAsText.test(element))) return { kind: 'text' }
      if (state === 'raw') return unsafe(`inside <${element}>`)
      if (state !== 'attribute') return unsafe(state === 'tag' ? 'inside a tag' : 'inside a comment')
      const { name, quote, text, holds } = attribute
      attribute.holds = true
      if (quote === '') return unsafe(`in the attribute ${name} without quotes`)
      if (name.startsWith('on') || name === 'srcdoc') return unsafe(`in the attribute ${name}, which is code`)
      if (!addresses.has(name) || /\S/.test(text)) return { kind: 'attribute', begins: false }
      return holds ? unsafe(`in the attribute ${name} behind another value`) : { kind: 'attribute', begins: true }
    },
  }
}

function unsafe(where: string): MarkupPlace {
  return { kind: 'unsafe', where }
}
