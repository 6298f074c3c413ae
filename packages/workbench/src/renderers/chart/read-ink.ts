import type { Ink } from './theme-layout.ts'

/** Reads the page's colours and letters where an element stands. */
export function readInk(element: Element): Ink {
  const style = getComputedStyle(element)
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
  return {
    text: read('--text', '#808890'),
    muted: read('--text-muted', '#808890'),
    grid: read('--chart-grid', '#80808040'),
    line: read('--border-strong', '#808080'),
    surface: read('--surface-raised', '#808080'),
    accent: read('--accent', '#dcab60'),
    font: style.fontFamily,
    series: ['1', '2', '3', '4', '5', '6', '7', '8'].map((number) => read(`--chart-${number}`, '#6fb1f5')),
  }
}
