/** The widget types we emit. */
export const widgetTypes = [
  'table',
  'ssrm_table',
  'live_grid',
  'chart',
  'chart-highcharts',
  'chart-vegalite',
  'advanced_charting',
  'metric',
  'markdown',
  'note',
  'newsfeed',
  'html',
  'iframe',
  'youtube',
  'pdf',
  'multi_file_viewer',
  'omni',
] as const

/** A widget type we emit. */
export type WidgetTypeName = (typeof widgetTypes)[number]

/** The widget types the client accepts: ours, and the ones it keeps for itself. */
export const acceptedWidgetTypes = [...widgetTypes, 'rich_note', 'file_viewer', 'ssrm_advanced'] as const

/** A widget type the client accepts. */
export type AcceptedWidgetTypeName = (typeof acceptedWidgetTypes)[number]

/** The widget types whose data is asked for by POST; all others by GET. */
export const postWidgetTypes = ['ssrm_table', 'multi_file_viewer', 'omni'] as const satisfies readonly WidgetTypeName[]

/** The widget types that may offer the raw-data switch. */
export const rawWidgetTypes = [
  'chart',
  'chart-highcharts',
  'chart-vegalite',
  'html',
  'youtube',
] as const satisfies readonly WidgetTypeName[]
