import type { Finding } from '../finding.ts'

/** Whether a source is asked for over the network: its lines mean little, then. */
export function isUrl(source: string): boolean {
  return /^https?:\/\//i.test(source)
}

/** Writes where to look for a finding: `widgets.json:12:7`, or a URL with the JSON pointer. */
export function toAddress({ place }: Finding): string {
  if (place === undefined) return ''
  const { source, range, pointer } = place
  if (range === undefined || isUrl(source)) return `${source}#${pointer}`
  return `${source}:${range.line}:${range.column}`
}
