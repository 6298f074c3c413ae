import type { Row } from '../../spec/payloads/rows.ts'
import type { WireColumn } from '../../spec/widgets/column.ts'
import { type AskedPage, isPage, type Page, pageSize } from './ask-page.ts'
import { findUnsorted } from './find-unsorted.ts'
import { chooseFilter, chooseGroup, chooseSorts, isSame } from './grid-questions.ts'

/** Further away than any row. */
const farAway = 1_000_000_000

type Code = 'ssrm-sort' | 'ssrm-filter' | 'ssrm-count' | 'ssrm-beyond' | 'ssrm-group'

/** A paged table that is being asked. */
export interface Grid {
  /** Its first rows as they stand. */
  readonly first: Page
  readonly columns: readonly WireColumn[]
  /** Reports that an answer does not fit its request. */
  readonly report: (code: Code, request: object, reason: string) => void
  /** Asks for a page; reports when none comes, unless that only takes too long: nobody knows whether it would have come. */
  readonly take: (code: Code, part: object, from?: number) => Promise<Page | undefined>
  /** Asks for the page behind the first one. */
  readonly next: () => Promise<AskedPage>
}

/** Asks for pages that have to agree, and reports those that do not. */
export async function comparePages(grid: Grid): Promise<void> {
  await compareSorts(grid)
  await compareFilter(grid)
  await compareCounts(grid)
  await askBeyond(grid)
  await askGroups(grid)
}

async function compareSorts({ first, columns, report, take }: Grid): Promise<void> {
  for (const [index, { field, direction }] of chooseSorts(first.rows, columns).entries()) {
    const part = { sortModel: [{ colId: field, sort: direction }] }
    const page = await take('ssrm-sort', part)
    // Whoever sorts each page by itself is found out by the second one.
    const isFull = index === 0 && page?.rows.length === pageSize
    const next = isFull ? await take('ssrm-sort', part, pageSize) : undefined
    const rows = [...(page?.rows ?? []), ...(next?.rows ?? [])]
    const cells = rows.map((row) => row[field])
    const at = findUnsorted(cells, direction)
    if (at === undefined) continue
    report('ssrm-sort', part, `row ${at} stands behind ${show({ [field]: cells[at - 1] })}, but is ${show(rows[at])}`)
  }
}

async function compareFilter({ first, columns, report, take }: Grid): Promise<void> {
  const chosen = chooseFilter(first.rows, columns)
  if (chosen === undefined) return
  const { field, value, filter } = chosen
  const has = (row: Row) => isSame(row[field], value)
  const part = { filterModel: { [field]: filter } }
  const page = await take('ssrm-filter', part)
  if (page === undefined) return
  const other = page.rows.findIndex((row) => !has(row))
  if (other !== -1) {
    report('ssrm-filter', part, `row ${other} is ${show(page.rows[other])}`)
  } else if (page.rows.length === 0) {
    report('ssrm-filter', part, `no row came, though there is ${show(first.rows.find(has))}`)
  } else if (first.count !== undefined && page.count !== undefined && page.count >= first.count) {
    const out = show(first.rows.find((row) => !has(row)))
    report('ssrm-filter', part, `rowCount is ${page.count}, and ${first.count} without it, though it leaves out ${out}`)
  }
}

async function compareCounts({ first, report, next }: Grid): Promise<void> {
  if (first.rows.length < pageSize) return
  const page = await next()
  if (!isPage(page) || first.count === undefined || page.count === undefined || first.count === page.count) return
  const request = { startRow: pageSize, endRow: 2 * pageSize }
  report('ssrm-count', request, `rowCount is ${page.count}, but it was ${first.count} with ${show(first.rows[0])}`)
}

async function askBeyond({ first, report, take }: Grid): Promise<void> {
  const startRow = first.count === undefined ? farAway : first.count + 1000
  const page = await take('ssrm-beyond', {}, startRow)
  if (page === undefined || page.rows.length === 0) return
  const known = first.count === undefined ? '' : `, though rowCount is ${first.count}`
  report('ssrm-beyond', { startRow }, `${page.rows.length} rows came${known}, the first ${show(page.rows[0])}`)
}

async function askGroups({ first, columns, report, take }: Grid): Promise<void> {
  const field = chooseGroup(first.rows, columns)
  if (field === undefined) return
  const rowGroupCols = [{ id: field, displayName: field, field }]
  const part = { rowGroupCols, groupKeys: [] }
  const page = await take('ssrm-group', part)
  if (page === undefined) return
  const keys = page.rows.map((row) => JSON.stringify(row[field]))
  const bare = page.rows.find((row) => !Object.hasOwn(row, field))
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index)
  if (page.rows.length === 0) {
    report('ssrm-group', part, `no group came, though there is ${show(first.rows[0])}`)
  } else if (bare !== undefined) {
    report('ssrm-group', part, `a row has no ${JSON.stringify(field)}: ${show(bare)}`)
  } else if (twice !== -1) {
    report('ssrm-group', part, `the group ${keys[twice]} came twice, the second time as ${show(page.rows[twice])}`)
  } else {
    const key = page.rows.map((row) => row[field]).find((value) => typeof value === 'string' && value !== '')
    if (typeof key === 'string') await openGroup(field, { rowGroupCols, groupKeys: [key] }, { report, take })
  }
}

async function openGroup(
  field: string,
  part: { readonly rowGroupCols: readonly object[]; readonly groupKeys: readonly [string] },
  { report, take }: Pick<Grid, 'report' | 'take'>,
): Promise<void> {
  const page = await take('ssrm-group', part)
  if (page === undefined) return
  const [key] = part.groupKeys
  const other = page.rows.find((row) => Object.hasOwn(row, field) && !isSame(row[field], key))
  if (other !== undefined) report('ssrm-group', part, `a row of another group came: ${show(other)}`)
  else if (page.rows.length === 0) report('ssrm-group', part, 'the group is there, but no row of it came')
}

function show(row: Row | undefined): string {
  const text = JSON.stringify(row) ?? 'nothing'
  return text.length > 160 ? `${text.slice(0, 159)}…` : text
}
