/** The kinds of sparklines. */
export const sparklineTypes = ['line', 'area', 'bar'] as const

/** The shapes of a sparkline's markers. */
export const markerShapes = ['circle', 'diamond', 'square', 'plus', 'cross', 'triangle'] as const

/** Where a bar's label stands. */
export const labelPlacements = [
  'inside',
  'outside',
  'inside-center',
  'inside-end',
  'outside-center',
  'outside-end',
] as const
