import type { TokenizerAndRendererExtension } from 'marked'

const longest = 5000

/** A formula that stands on its own: `$$ … $$` or `\[ … \]`. */
const blockMath: TokenizerAndRendererExtension = {
  name: 'blockMath',
  level: 'block',
  start(source) {
    // Only the rest of the paragraph is asked about; to search all that follows would take time that grows with its square.
    const end = source.indexOf('\n\n')
    const index = (end === -1 ? source : source.slice(0, end)).search(/\n {0,3}(?:\$\$|\\\[)/)
    return index === -1 ? undefined : index + 1
  },
  tokenizer: (source) =>
    toToken('blockMath', /^ {0,3}(?:\$\$([\s\S]+?)\$\$|\\\[([\s\S]+?)\\\]) *(?:\n|$)/.exec(source.slice(0, longest))),
  renderer: ({ text }) => `<p>${toPlace('display', text)}</p>\n`,
}

/**
 * A formula in a line: `$x$`, `\(x\)`, `$$x$$`. A dollar opens before something and closes after something, and no digit follows, so
 * that amounts stay amounts: `$5 and $10`.
 */
const inlineMath: TokenizerAndRendererExtension = {
  name: 'inlineMath',
  level: 'inline',
  start(source) {
    const index = source.slice(0, longest).search(/\$|\\[([]/)
    if (index !== -1) return index
    return source.length > longest ? longest : undefined
  },
  tokenizer(source) {
    const near = source.slice(0, longest)
    const display = /^(?:\$\$([^$]+?)\$\$|\\\[([\s\S]+?)\\\])/.exec(near)
    if (display !== null) return { ...toToken('inlineMath', display)!, display: true }
    return toToken('inlineMath', /^(?:\$(?![\s$])((?:\\.|[^\\$\n])+?)(?<!\s)\$(?!\d)|\\\(([\s\S]+?)\\\))/.exec(near))
  },
  renderer: ({ text, ['display']: display }) => toPlace(display === true ? 'display' : 'inline', text),
}

/** The two, in the order in which they are tried. */
export const mathExtensions: readonly TokenizerAndRendererExtension[] = [blockMath, inlineMath]

function toToken(type: string, match: RegExpExecArray | null) {
  if (match === null) return undefined
  return { type, raw: match[0], text: (match[1] ?? match[2] ?? '').trim() }
}

/** Formulas are drawn after the page was made harmless: until then they are code. */
function toPlace(kind: 'display' | 'inline', text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<code class="math-${kind}">${escaped}</code>`
}
