/** Decodes base64, with or without a `data:` prefix, line breaks and URL-safe letters; `undefined` when it is none. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const comma = text.startsWith('data:') ? text.indexOf(',') + 1 : 0
  const letters = text.slice(comma).replaceAll('-', '+').replaceAll('_', '/')
  try {
    const binary = atob(letters)
    const bytes = new Uint8Array(binary.length)
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index)
    return bytes
  } catch {
    return undefined
  }
}
