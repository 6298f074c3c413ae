/** Splits a name as programs write it: `market_cap`, `marketCap`, `market-cap`. Letters keep their case but for camel humps. */
export function toWords(name: string): string[] {
  return name
    .replaceAll(
      /(\p{Ll}|\d)(\p{Lu})(?=\p{Ll})/gu,
      (_, before: string, hump: string) => `${before} ${hump.toLowerCase()}`,
    )
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
}
