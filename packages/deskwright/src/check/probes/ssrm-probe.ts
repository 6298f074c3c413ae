import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { askPage, isMoving, isPage, pageSize } from './ask-page.ts'
import { comparePages, type Grid } from './compare-pages.ts'
import { eachWidget, type Inquiry } from './each-widget.ts'
import type { Probe } from './probe.ts'

/** Asks for pages of each paged table, sorted, filtered, grouped and beyond the end, and holds them against each other. */
export const ssrmProbe: Probe = {
  name: 'pages',
  asksParts: true,
  run: (target) => eachWidget(target, ({ type }) => type === 'ssrm_table', 'Asking for pages', askPages),
}

/** What a grid sends besides what it wants. */
const plain = {
  rowGroupCols: [],
  groupKeys: [],
  valueCols: [],
  pivotCols: [],
  pivotMode: false,
  filterModel: {},
  sortModel: [],
}

async function askPages(inquiry: Inquiry): Promise<readonly Diagnostic[]> {
  const { widget, place } = inquiry
  const first = await askPage(inquiry, { startRow: 0, endRow: pageSize })
  if (!isPage(first) || first.rows.length === 0 || first.rows.length > pageSize) return []
  const findings: Diagnostic[] = []
  let isSlow = false
  const report: Grid['report'] = (code, request, reason) => {
    findings.push(diagnose('warning', code, place, { request: JSON.stringify(request), reason }))
  }
  await comparePages({
    first,
    columns: widget.data?.table?.columnsDefs ?? [],
    report,
    async take(code, part, from = 0) {
      // Whoever is slow once would be slow again.
      if (isSlow) return undefined
      const page = await askPage(inquiry, { startRow: from, endRow: from + pageSize, ...plain, ...part })
      if (isPage(page)) return page
      isSlow = page.isSlow
      if (!isSlow) report(code, from === 0 ? part : { startRow: from, ...part }, page.problem)
      return undefined
    },
    next: () => askPage(inquiry, { startRow: pageSize, endRow: 2 * pageSize }),
  })
  // Rows that change while they are looked at agree with nothing.
  return findings.length === 0 || (await isMoving(inquiry)) ? [] : findings
}
