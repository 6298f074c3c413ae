/** What gets an id: the path of a file, and the name of the part when a file gives several widgets. */
export interface Named {
  readonly path: string
  readonly part?: string | undefined
}

/**
 * Makes ids of paths: `equity/daily prices.csv` becomes `equity_daily_prices`. They depend on the paths alone, so they are the
 * same at every start. Where two would be equal, each gets its ending; what is still equal, or has no letter that an id
 * may have, gets a number made from its path.
 */
export function toWidgetIds(all: readonly Named[]): string[] {
  const short = all.map((named) => toSlug(named, withoutEnding(named.path)))
  const long = all.map((named, index) => (isRepeated(short, index) ? toSlug(named, named.path) : short[index]!))
  return all.map((named, index) => {
    const id = long[index]!
    return id === '' || isRepeated(long, index) ? [id || 'file', toHash(named)].join('_') : id
  })
}

/** The path without the ending of the file. */
export function withoutEnding(path: string): string {
  return path.replace(/(?<=[^/])\.[a-z0-9]+(?:\.gz)?$/i, '')
}

function toSlug({ part }: Named, path: string): string {
  const text = part === undefined ? path : `${path}_${part}`
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9-]+/g, '_')
    .replaceAll(/^[_-]+|[_-]+$/g, '')
    .slice(0, 100)
}

/** Databases do not tell upper from lower case, and every id is the name of a view as well. */
function isRepeated(ids: readonly string[], index: number): boolean {
  const id = ids[index]!.toLowerCase()
  return ids.some((other, at) => at !== index && other.toLowerCase() === id)
}

/** FNV-1a over the path and the part: short, and the same everywhere. */
function toHash({ path, part = '' }: Named): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(`${path}\n${part}`)) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(36)
}
