import type { AcceptedWidget } from 'deskwright/spec'
import type { ConnectionStatus } from '../connect/connections.ts'

/** One widget in the catalogue. */
export interface CatalogueEntry {
  readonly id: string
  readonly widget: AcceptedWidget
  readonly backend: string
  readonly backendName: string
}

/** What the catalogue is narrowed to; an empty text stands for everything. */
export interface CatalogueFilter {
  readonly text: string
  readonly category: string
  readonly source: string
}

/** Lists the widgets of all backends. */
export function toCatalogue(entries: readonly ConnectionStatus[]): readonly CatalogueEntry[] {
  return entries.flatMap(({ connection, state }) =>
    Object.entries(state.value.backend?.widgets ?? {}).map(([id, widget]) => ({
      id,
      widget,
      backend: connection.id,
      backendName: connection.name,
    })),
  )
}

/** Keeps what fits: every word of the text stands somewhere in the name, the description, the id, or the categories. */
export function filterCatalogue(
  entries: readonly CatalogueEntry[],
  { text, category, source }: CatalogueFilter,
): readonly CatalogueEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ id, widget }) => {
    const { name, description, type, subCategory = '' } = widget
    const whole = [id, name, description, type, subCategory, toCategory(widget), ...(widget.source ?? [])]
      .join(' ')
      .toLowerCase()
    return (
      words.every((word) => whole.includes(word)) &&
      (category === '' || toCategory(widget) === category) &&
      (source === '' || (widget.source ?? []).includes(source))
    )
  })
}

/** The category a widget is listed under. */
export function toCategory({ category = '' }: AcceptedWidget): string {
  return category === '' ? 'Other' : category
}
