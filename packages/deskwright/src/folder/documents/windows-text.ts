/** What Windows has where Latin-1 has control characters, from 0x80 on. Not every runtime knows it under the name windows-1252. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Decodes text of Windows' own encoding. Every byte is a character. */
export function decodeWindowsText(bytes: Uint8Array<ArrayBuffer>): string {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.replaceAll(/[\u0080-\u009f]/g, (control) => signs[control.charCodeAt(0) - 0x80]!)
}
