import type { WidgetTypeName } from 'deskwright/spec'
import type { Renderer } from './renderer.ts'

/** The renderer of each widget type, loaded when the first widget of it is shown. */
export const renderers: Readonly<Partial<Record<WidgetTypeName, () => Promise<{ readonly renderer: Renderer }>>>> = {
  table: async () => await import('./table/table.ts'),
  ssrm_table: async () => await import('./ssrm-table/ssrm-table.ts'),
  live_grid: async () => await import('./live-grid/live-grid.ts'),
  chart: async () => await import('./chart/chart.ts'),
  'chart-highcharts': async () => await import('./chart-highcharts/chart-highcharts.ts'),
  'chart-vegalite': async () => await import('./chart-vegalite/chart-vegalite.ts'),
  advanced_charting: async () => await import('./advanced-charting/advanced-charting.ts'),
  metric: () => import('./metric/metric.tsx'),
  markdown: () => import('./markdown/markdown.tsx'),
  note: () => import('./note/note.tsx'),
  newsfeed: () => import('./newsfeed/newsfeed.tsx'),
  html: () => import('./html/html.tsx'),
  youtube: () => import('./youtube/youtube.tsx'),
  iframe: () => import('./iframe/iframe.tsx'),
  pdf: () => import('./pdf/pdf.tsx'),
  multi_file_viewer: () => import('./multi-file-viewer/multi-file-viewer.tsx'),
  omni: () => import('./omni/omni.tsx'),
}
