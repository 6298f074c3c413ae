/** Digests texts to one length, so that comparing them tells nothing about where they differ. */
export async function toDigest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}

/** Compares two digests in a time that does not depend on their bytes. */
export function isSameDigest(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index += 1) difference |= a[index]! ^ (b[index] ?? 0)
  return difference === 0
}
