/** The largest table whose rows are sent as a whole. */
export const plainTable = { rows: 10_000, cells: 500_000 } as const

/** Whether a table is too large to be sent as a whole. */
export function isLarge(rows: number | undefined, columns: number): boolean {
  return rows === undefined || rows > plainTable.rows || rows * columns > plainTable.cells
}
