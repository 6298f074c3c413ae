import type { ITooltipComp, ITooltipParams } from 'ag-grid-community'
import DOMPurify from 'dompurify'
import { marked } from 'marked'
import type { Row } from 'deskwright/spec'
import { element } from './element.ts'
import { fillTemplate } from './fill-template.ts'
import type { GridCell } from './grid-cell.ts'
import { toTitle } from './infer-columns.ts'
import { readField } from './read-field.ts'
import { toText } from './to-text.ts'

/** The card over a cell: of an object its title and text, or all its other parts; of any other cell the whole value. */
export class HoverCard implements ITooltipComp {
  private readonly card = element('div', { class: 'grid-hover-card' })

  init({ value }: ITooltipParams<unknown, GridCell | string>): void {
    if (value === null || value === undefined) return
    if (typeof value === 'string') {
      this.card.append(value)
      return
    }
    const { title, markdown, cellField = 'value' } = value.column.renderFnParams?.hoverCard ?? {}
    const parts = readField(value.row, value.column.field) as Row
    if (title !== undefined) this.card.append(element('strong', {}, title))
    this.card.append(markdown === undefined ? toList(parts, cellField) : toProse(fillTemplate(markdown, parts)))
  }

  getGui(): HTMLElement {
    return this.card
  }
}

/** Markdown of a backend may hold anything: it is sanitised, and its links open elsewhere. */
function toProse(markdown: string): HTMLElement {
  const prose = element('div')
  prose.innerHTML = DOMPurify.sanitize(marked.parse(markdown, { async: false }), { FORBID_TAGS: ['form', 'style'] })
  for (const link of prose.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
  return prose
}

function toList(parts: Row, cellField: string): HTMLElement {
  const shown = Object.entries(parts).filter(([key]) => key !== cellField && key !== 'title')
  return element(
    'dl',
    {},
    ...shown.flatMap(([key, part]) => [element('dt', {}, toTitle(key)), element('dd', {}, toText(part))]),
  )
}
