import type { WireColumn } from 'deskwright/spec'
import { element } from '../grid/element.ts'
import { toText } from '../grid/to-text.ts'
import type { GroupPath } from './ssrm-request.ts'

/** What the user may do above a server-side table. */
export interface SsrmBarActions {
  move(path: GroupPath): void
  goTo(row: number): void
  setPageSize(rows: number): void
}

/** The line above a server-side table: the way through the groups, how many rows there are, and a jump to one. */
export interface SsrmBar {
  readonly line: HTMLElement
  show(path: GroupPath, columns: readonly WireColumn[]): void
  /** -1 when nobody knows. */
  showCount(rows: number): void
}

/** The sizes of pages that Workspace offers. */
const pageSizes = [500, 1000, 5000]

/** Makes the line above a server-side table. */
export function createSsrmBar(actions: SsrmBarActions): SsrmBar {
  const trail = element('nav', { 'aria-label': 'Groups', class: 'grid-trail' })
  const grouping = element('select', { 'aria-label': 'Group by' })
  const count = element('output', { class: 'grid-count' })
  const row = element('input', { type: 'number', min: '1', placeholder: 'Go to row', 'aria-label': 'Go to row' })
  const jump = element('form', {}, row)
  const size = element('select', { 'aria-label': 'Rows per request' })
  size.append(...pageSizes.map((rows) => new Option(`${rows} a page`, String(rows))))
  const space = element('span', { class: 'grid-space' })
  let path: GroupPath = { groups: [], keys: [] }
  let known: readonly WireColumn[] = []

  grouping.addEventListener('change', () => {
    const column = known.find(({ field }) => field === grouping.value)
    if (column !== undefined) actions.move({ groups: [...path.groups, column], keys: path.keys })
  })
  jump.addEventListener('submit', (event) => {
    event.preventDefault()
    if (row.valueAsNumber >= 1) actions.goTo(row.valueAsNumber)
  })
  size.addEventListener('change', () => actions.setPageSize(Number(size.value)))

  function step(label: string, to: GroupPath, here: boolean): HTMLElement {
    const button = element('button', { type: 'button', ...(here ? { 'aria-current': 'page' } : {}) }, label)
    button.addEventListener('click', () => actions.move(to))
    return button
  }

  function showTrail(): void {
    const { groups, keys } = path
    const depth = keys.length
    const opened = keys.map((key, index) => {
      const label = `${groups[index]!.headerName}: ${key === null ? '(blank)' : toText(key)}`
      return step(label, { groups, keys: keys.slice(0, index + 1) }, index + 1 === depth)
    })
    const ungroup = element('button', { type: 'button', 'aria-label': 'Ungroup', title: 'Ungroup' }, '×')
    ungroup.addEventListener('click', () => actions.move({ groups: [], keys: [] }))
    const next = groups.slice(depth).map(({ headerName }) => element('span', {}, `by ${headerName}`))
    trail.replaceChildren(
      ...(groups.length === 0 ? [] : [step('All', { groups, keys: [] }, depth === 0), ...opened, ...next, ungroup]),
    )
  }

  return {
    line: element('div', { class: 'grid-bar' }, trail, grouping, space, count, jump, size),
    show(nextPath, columns) {
      path = nextPath
      known = columns
      showTrail()
      const taken = new Set(path.groups.map(({ field }) => field))
      const free = columns.filter(({ field, sparkline }) => sparkline === undefined && !taken.has(field))
      const title = path.groups.length === 0 ? 'Group by …' : 'Then by …'
      grouping.replaceChildren(
        new Option(title, ''),
        ...free.map(({ headerName, field }) => new Option(headerName, field)),
      )
    },
    showCount(rows) {
      count.value = rows < 0 ? 'number of rows unknown' : `${rows.toLocaleString('en')} rows`
    },
  }
}
