import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import { estimateGzip } from './estimate-gzip.ts'

/** Bytes above which it is worth while to compress. */
const worthwhile = 100_000
/** Bytes above which an answer is more than a page should hold. */
const large = 5_000_000

/** An answer, as far as its size matters. Its bytes are those after decompression. */
export interface Sized {
  readonly url: string
  readonly headers: Headers
  readonly bytes: Uint8Array
}

/** Advises to compress an answer where that saves most of it, and to make a very large one smaller. */
export async function judgeSize(place: Place, { url, headers, bytes }: Sized): Promise<readonly Diagnostic[]> {
  const { length } = bytes
  const findings: Diagnostic[] = []
  if (length > large) findings.push(diagnose('advice', 'answer-large', place, { url, bytes: length }))
  const isCompressed = !/^(?:identity)?$/.test(headers.get('content-encoding') ?? '')
  if (isCompressed || length < worthwhile) return findings
  const compressed = await estimateGzip(bytes)
  if (compressed > length / 2) return findings
  return [...findings, diagnose('advice', 'answer-uncompressed', place, { url, bytes: length, compressed })]
}
