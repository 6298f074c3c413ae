/** A part of a file: from one byte on and before another. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

/** What a file says of its state, so that a part fits to the parts before. */
export interface FileState {
  readonly size: number
  readonly etag: string | undefined
  /** As a date in a header. */
  readonly lastModified: string | undefined
}

/**
 * Reads which part of a file is asked for: `undefined` for all of it, `unfit` when there is no such part. Several parts at once, other units
 * and what cannot be understood get the whole file, and so does a part of a file that has changed meanwhile.
 */
export function toByteRange(
  headers: Headers,
  { size, etag, lastModified }: FileState,
): ByteRange | 'unfit' | undefined {
  const [, begin = '', end = ''] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(headers.get('Range') ?? '') ?? []
  if (begin === '' && end === '') return undefined
  const condition = headers.get('If-Range')
  if (condition !== null && condition !== etag && condition !== lastModified) return undefined
  if (begin === '') return toPart(Math.max(size - Number(end), 0), size, size)
  if (end !== '' && Number(end) < Number(begin)) return undefined
  return toPart(Number(begin), end === '' ? size : Math.min(Number(end) + 1, size), size)
}

function toPart(from: number, to: number, size: number): ByteRange | 'unfit' {
  return from < size ? { from, to } : 'unfit'
}

/** Whether the client has the file as it is already. */
export function isKnown(headers: Headers, { etag, lastModified }: FileState): boolean {
  const known = headers.get('If-None-Match')
  if (known !== null)
    return etag !== undefined && known.split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag)
  const since = headers.get('If-Modified-Since')
  return since !== null && lastModified !== undefined && Date.parse(since) >= Date.parse(lastModified)
}
