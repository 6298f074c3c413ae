/** The encodings that can be told apart, and that DuckDB reads. */
export type CsvEncoding = 'utf-8' | 'utf-16' | 'latin-1'

/** The beginning of a file as text. */
export interface DecodedText {
  readonly encoding: CsvEncoding
  readonly text: string
}

const cutOff = 3 // bytes of a character that the limit may have cut

/** Decodes the beginning of a text file. `whole` says whether that is all of it. Nothing when it is no text in a known encoding. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>, whole: boolean): DecodedText | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const label = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
    return { encoding: 'utf-16', text: new TextDecoder(label).decode(bytes) }
  }
  for (let less = 0; less <= (whole ? 0 : cutOff); less += 1) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - less))
      return { encoding: 'utf-8', text }
    } catch {
      // cut inside a character, or another encoding
    }
  }
  // In Latin-1 these are control characters, which text does not have; Windows puts signs there.
  if (bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) return undefined
  return { encoding: 'latin-1', text: new TextDecoder('latin1').decode(bytes) }
}
