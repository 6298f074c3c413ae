import type { GridApi } from 'ag-grid-community'

// Grids of all row types are the same key here.
const chosen = new WeakMap<object, Set<string>>()

/** The columns of a grid whose width the user chose; they are not fitted any more. */
export function chosenWidths<Data>(api: GridApi<Data>): Set<string> {
  const ids = chosen.get(api) ?? new Set<string>()
  chosen.set(api, ids)
  return ids
}
