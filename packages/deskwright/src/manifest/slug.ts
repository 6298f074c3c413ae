/** A name as an id: lower case, spaces as dashes, letters of every script kept (`Portfolio Price & Performance` gives `portfolio-price--performance`). */
export function toSlug(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{N}_-]/gu, '')
}
