/** A backend that the Workbench shows, as it is written in `connections.json`. */
export interface WorkbenchConnection {
  readonly name: string
  /** Without a final slash. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** Reads a connection that the page sent; `undefined` when it is none. */
export function parseConnection(text: string): WorkbenchConnection | undefined {
  try {
    const { name, url, headers, query } = JSON.parse(text) as Partial<WorkbenchConnection>
    if (typeof name !== 'string' || typeof url !== 'string' || !/^https?:$/.test(new URL(url).protocol))
      return undefined
    if (!isTexts(headers) || !isTexts(query)) return undefined
    return { name, url, ...(headers === undefined ? {} : { headers }), ...(query === undefined ? {} : { query }) }
  } catch {
    return undefined
  }
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> | undefined {
  if (value === undefined) return true
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
}
