import type { Ink } from '../chart/theme-layout.ts'

/** The page's colours and letters, for what options leave open. */
export function toHighchartsTheme({ text, muted, grid, line, surface, accent, font, series }: Ink): object {
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
    navigator: { maskFill: `${accent}22`, outlineColor: line, xAxis: axis },
    rangeSelector: {
      buttonTheme: {
        fill: surface,
        style: { color: muted },
        states: { hover: { fill: line, style: color }, select: { fill: line, style: color } },
      },
      inputStyle: { color: muted },
      labelStyle: { color: muted },
    },
    scrollbar: {
      barBackgroundColor: line,
      barBorderColor: line,
      trackBackgroundColor: surface,
      trackBorderColor: surface,
    },
    subtitle: { style: { color: muted } },
    title: { style: color },
    tooltip: { backgroundColor: surface, borderColor: line, style: color },
    xAxis: axis,
    yAxis: axis,
  }
}
