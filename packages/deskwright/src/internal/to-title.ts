import { toWords } from './to-words.ts'

/** Words that are written in capitals. */
const capitals = new Set(
  'api chf cik cpi cusip eps etf eur figi fx gbp gdp id isin jpy kpi nav pdf pe roe roi sedol sql uk uri url us usd ytd'.split(
    ' ',
  ),
)

/** Writes a name for people: `market_cap` becomes `Market cap`. A name that is written for people already stays. */
export function toTitle(name: string): string {
  const trimmed = name.trim()
  if (/\s/.test(trimmed)) return trimmed.replace(/^\p{Ll}(?=\p{Ll}*\s)/u, (first) => first.toUpperCase())
  const words = toWords(trimmed).map((word) => (capitals.has(word.toLowerCase()) ? word.toUpperCase() : word))
  const title = words.join(' ')
  return title === '' ? trimmed : title.charAt(0).toUpperCase() + title.slice(1)
}
