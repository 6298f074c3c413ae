/** Writes a number of bytes for people: `2.4 kB`. */
export function toSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${size < 100 ? size.toFixed(1) : Math.round(size)} ${unit}`
}
