/** One visible line of a tree of JSON. */
export interface JsonRow {
  /** Tells the rows of one tree apart: `/0/name`. */
  readonly id: string
  readonly depth: number
  readonly key: string
  readonly value: unknown
  /** How many parts it has; absent for texts, numbers and the like. */
  readonly size?: number
  /** For the line that stands for parts not shown: how many there are. */
  readonly hidden?: number
}

/** How many parts of one array or object are shown at first, and more each time. */
const step = 100

/** Which parts of a tree are open, and how many times more of their parts were asked for. */
export type OpenParts = ReadonlyMap<string, number>

/** Lists the visible lines of a JSON value. Long arrays are shown piece by piece. */
export function toJsonRows(value: unknown, open: OpenParts): readonly JsonRow[] {
  const rows: JsonRow[] = []
  const visit = (key: string, part: unknown, id: string, depth: number): void => {
    const isParent = typeof part === 'object' && part !== null
    const keys = isParent ? Object.keys(part) : []
    rows.push({ id, depth, key, value: part, ...(isParent ? { size: keys.length } : {}) })
    const pieces = open.get(id)
    if (!isParent || pieces === undefined) return
    const shown = keys.slice(0, step * pieces)
    for (const name of shown) visit(name, (part as Readonly<Record<string, unknown>>)[name], `${id}/${name}`, depth + 1)
    const hidden = keys.length - shown.length
    if (hidden > 0) rows.push({ id: `${id}/…`, depth: depth + 1, key: '', value: undefined, hidden })
  }
  visit('', value, '', 0)
  return rows
}
