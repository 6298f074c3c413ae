import { Marked } from 'marked'
import { mathExtensions } from './math-extension.ts'

const marked = new Marked({ gfm: true, extensions: [...mathExtensions] })

/** Turns Markdown into HTML that is not yet harmless; formulas are left as code of the classes `math-inline` and `math-display`. */
export function toHtml(text: string): string {
  return marked.parse(text, { async: false })
}
