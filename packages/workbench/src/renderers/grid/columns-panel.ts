import type { GridApi } from 'ag-grid-community'
import type { Row, WireColumn } from 'deskwright/spec'
import { element } from './element.ts'

/** What the panel of columns is told. */
export interface ColumnsPanelOptions {
  readonly api: GridApi<Row>
  readonly columns: () => readonly WireColumn[]
  /** Called after each change. */
  readonly onChange: () => void
  /** Puts the columns back as they are defined. */
  readonly onReset: () => void
}

/** The list of a table's columns, over the table: which are shown, and which stay at a side. */
export interface ColumnsPanel {
  readonly panel: HTMLElement
  open(): void
}

const sides = { '': 'free', left: 'left', right: 'right' } as const

/** Makes the list of a table's columns. It opens at the table's upper right corner; Escape and a click elsewhere close it. */
export function createColumnsPanel({ api, columns, onChange, onReset }: ColumnsPanelOptions): ColumnsPanel {
  const list = element('div', { class: 'grid-columns-list', role: 'group', 'aria-label': 'Columns' })
  const all = element('button', { type: 'button' }, 'Show all')
  const reset = element('button', { type: 'button' }, 'As defined')
  const panel = element(
    'div',
    { class: 'grid-columns', popover: 'auto', role: 'dialog', 'aria-label': 'Columns' },
    list,
    element('div', { class: 'grid-columns-actions' }, all, reset),
  )
  all.addEventListener('click', () => {
    api.setColumnsVisible(
      columns().map(({ field }) => field),
      true,
    )
    onChange()
    show()
  })
  reset.addEventListener('click', () => {
    onReset()
    show()
  })

  function show(): void {
    const names = new Map(columns().map(({ field, headerName }) => [field, headerName]))
    list.replaceChildren(
      ...api.getColumnState().flatMap(({ colId, hide, pinned }) => {
        const name = names.get(colId)
        return name === undefined ? [] : [toLine(colId, name, hide === true, pinned === true ? 'left' : pinned || '')]
      }),
    )
  }

  function toLine(field: string, name: string, hidden: boolean, side: keyof typeof sides): HTMLElement {
    const box = element('input', { type: 'checkbox' })
    box.checked = !hidden
    box.addEventListener('change', () => {
      api.setColumnsVisible([field], box.checked)
      onChange()
    })
    const choice = element('select', { 'aria-label': `${name}: side` })
    choice.append(...Object.entries(sides).map(([value, label]) => new Option(label, value)))
    choice.value = side
    choice.addEventListener('change', () => {
      api.setColumnsPinned([field], choice.value === '' ? null : (choice.value as 'left' | 'right'))
      onChange()
    })
    return element('div', {}, element('label', {}, box, name), choice)
  }

  return {
    panel,
    open() {
      show()
      panel.showPopover()
      const around = (panel.parentElement ?? panel).getBoundingClientRect()
      panel.style.left = `${Math.max(8, Math.min(around.right - panel.offsetWidth - 8, innerWidth - panel.offsetWidth - 8))}px`
      panel.style.top = `${Math.max(8, Math.min(around.top + 8, innerHeight - panel.offsetHeight - 8))}px`
      list.querySelector('input')?.focus()
    },
  }
}
