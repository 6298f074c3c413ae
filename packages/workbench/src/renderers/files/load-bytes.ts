import { decodeBase64 } from '../documents/decode-base64.ts'
import { hostOf } from '../documents/hosts.ts'
import type { SentFile } from './read-file.ts'

/** The bytes of a file, or why there are none: a sentence. */
export type LoadedBytes = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly trouble: string }

/** Loads a file as the browser does for Workspace: decoded, or fetched from its address without the connection's headers. */
export async function loadBytes(file: SentFile, signal: AbortSignal): Promise<LoadedBytes> {
  if (file.url === undefined) {
    const bytes = decodeBase64(file.content ?? '')
    return bytes === undefined ? { trouble: 'The content is no base64.' } : { bytes }
  }
  try {
    const response = await fetch(file.url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' })
    if (!response.ok) return { trouble: `${hostOf(file.url)} answered ${response.status} ${response.statusText}.` }
    return { bytes: new Uint8Array(await response.arrayBuffer()) }
  } catch {
    return {
      trouble: `The file cannot be fetched from ${hostOf(file.url)}: it cannot be reached, or does not allow pages of other origins (CORS).`,
    }
  }
}
