import { colors } from './theme.ts'

/** One month's return. */
export interface MonthReturn {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** A ratio: 0.05 is 5 %. */
  readonly change: number
}

/** Draws a calendar of returns: a row for each year, a cell for each month. */
export function toReturnsPage(returns: readonly MonthReturn[], theme: 'dark' | 'light'): string {
  const { background, text } = colors[theme]
  const years = [...new Set(returns.map(({ year }) => year))]
  const months = Array.from({ length: 12 }, (_, index) => index + 1)
  const cell = (year: number, month: number): string => {
    const found = returns.find((entry) => entry.year === year && entry.month === month)
    if (found === undefined) return '<td></td>'
    const strength = Math.min(Math.abs(found.change) / 0.2, 1)
    const color = found.change < 0 ? `rgb(229 72 77 / ${strength})` : `rgb(48 164 108 / ${strength})`
    return `<td style="background:${color}">${(found.change * 100).toFixed(1)}</td>`
  }
  const rows = years.map((year) => `<tr><th>${year}</th>${months.map((month) => cell(year, month)).join('')}</tr>`)
  const heads = months.map((month) => `<th>${new Date(2000, month - 1).toLocaleString('en', { month: 'short' })}</th>`)
  return `<!doctype html>
<style>
  body { margin: 8px; background: ${background}; color: ${text}; font: 12px/1.5 system-ui, sans-serif }
  table { width: 100%; border-spacing: 2px; font-variant-numeric: tabular-nums }
  td { text-align: right; padding: 2px 4px; border-radius: 3px }
  th { font-weight: 500; opacity: 0.7 }
</style>
<table><tr><th></th>${heads.join('')}</tr>${rows.join('')}</table>`
}
