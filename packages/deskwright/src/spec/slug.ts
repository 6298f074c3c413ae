/** Writes a name as Workspace does when it makes ids of names: `Price & Performance` becomes `price--performance`. */
export function toSlug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}
