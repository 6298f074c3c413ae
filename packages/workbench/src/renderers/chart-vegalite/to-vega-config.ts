import type { Config } from 'vega-embed'
import type { Ink } from '../chart/theme-layout.ts'

/** The page's colours and letters, for what a specification leaves open. */
export function toVegaConfig({ text, muted, grid, line, font, series }: Ink): Config {
  const labels = { labelColor: muted, titleColor: text, labelFont: font, titleFont: font }
  return {
    background: 'transparent',
    font,
    view: { stroke: 'transparent' },
    axis: { ...labels, gridColor: grid, domainColor: line, tickColor: line },
    legend: labels,
    header: labels,
    title: { color: text, subtitleColor: muted, font, subtitleFont: font },
    text: { color: text },
    mark: { color: series[0] ?? text },
    range: { category: [...series] },
    style: {
      'guide-label': { fill: muted, font },
      'guide-title': { fill: text, font },
      'group-title': { fill: text, font },
    },
  }
}
