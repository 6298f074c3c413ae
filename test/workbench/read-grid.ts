import type { Locator, Page } from 'playwright-core'

/** Reads the texts of the rows on the screen, cell by cell in the order of the columns. */
export async function readCells(page: Page | Locator): Promise<string[][]> {
  return await page.locator('.ag-root').evaluate((grid) => {
    const at = (element: Element, name: string) => Number(element.getAttribute(name))
    const rows = new Map<number, Element[]>()
    for (const cell of grid.querySelectorAll('.ag-row .ag-cell')) {
      const index = at(cell.closest('.ag-row')!, 'row-index')
      rows.set(index, [...(rows.get(index) ?? []), cell])
    }
    return [...rows]
      .sort(([a], [b]) => a - b)
      .map(([, cells]) =>
        cells
          .sort((a, b) => at(a, 'aria-colindex') - at(b, 'aria-colindex'))
          .map((cell) => cell.textContent?.trim() ?? ''),
      )
  })
}

/** Reads the titles of the columns on the screen, in their order. */
export async function readTitles(page: Page | Locator): Promise<string[]> {
  const found = await page
    .locator('.ag-header-cell')
    .evaluateAll((cells) =>
      cells.map(
        (cell) =>
          [
            Number(cell.getAttribute('aria-colindex')),
            cell.querySelector('.ag-header-cell-text')?.textContent ?? '',
          ] as const,
      ),
    )
  return found.sort(([a], [b]) => a - b).map(([, title]) => title)
}
