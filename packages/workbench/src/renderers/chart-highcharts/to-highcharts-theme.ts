import type { Ink } from '../chart/theme-layout.ts'

/** The page's colours and letters, for what options leave open. */
export function toHighchartsTheme({ text, muted, grid, line, surface, font, series }: Ink): object {
  const color = { color: text }
  const axis = {
    gridLineColor: grid,
    lineColor: line,
    tickColor: line,
    labels: { style: { color: muted } },
    title: { style: color },
  }
  return {
    accessibility: { enabled: false },
    chart: { backgroundColor: 'transparent', style: { fontFamily: font } },
    colors: [...series],
    legend: { itemStyle: color, itemHoverStyle: color, title: { style: color } },
    plotOptions: { series: { dataLabels: { style: { color: text, textOutline: 'none' } } } },
    subtitle: { style: { color: muted } },
    title: { style: color },
    tooltip: { backgroundColor: surface, borderColor: line, style: color },
    xAxis: axis,
    yAxis: axis,
  }
}
