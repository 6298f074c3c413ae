/** The two looks of Workspace. */
export type Theme = 'dark' | 'light'

/** The colours of a figure. The backgrounds are those of Workspace's widgets. @see spec widget-data §3 */
export interface Colors {
  readonly background: string
  readonly text: string
  /** Axis titles and notes. */
  readonly muted: string
  readonly grid: string
  /** The traces, one after the other. */
  readonly traces: readonly string[]
  readonly rising: string
  readonly falling: string
  /** From the least to the greatest value. */
  readonly scale: readonly string[]
  /** From below zero, through zero, to above. */
  readonly divergingScale: readonly string[]
}

export const colors: Readonly<Record<Theme, Colors>> = {
  dark: {
    background: '#151518',
    text: '#D4D4D8',
    muted: '#8E8E98',
    grid: '#2A2A30',
    traces: [
      '#5B9BFF',
      '#F5A524',
      '#3DD68C',
      '#F0569A',
      '#A78BFA',
      '#22C7D6',
      '#FF7A59',
      '#C6D64B',
      '#E879F9',
      '#94A3B8',
    ],
    rising: '#30B37C',
    falling: '#F0616D',
    scale: ['#17233A', '#1F4E8C', '#3B82F6', '#93C5FD', '#E0EFFF'],
    divergingScale: ['#F0616D', '#7A2F3A', '#26262B', '#1E5F48', '#30B37C'],
  },
  light: {
    background: '#FFFFFF',
    text: '#27272A',
    muted: '#71717A',
    grid: '#E4E4E7',
    traces: [
      '#1D5FD1',
      '#C2700A',
      '#15803D',
      '#C21E6B',
      '#6D4BD8',
      '#0E8294',
      '#D9480F',
      '#6B7F10',
      '#A21CAF',
      '#64748B',
    ],
    rising: '#15803D',
    falling: '#D1293D',
    scale: ['#EFF6FF', '#BFDBFE', '#60A5FA', '#2563EB', '#1E3A8A'],
    divergingScale: ['#D1293D', '#F5B5BC', '#F4F4F5', '#A7DCC0', '#15803D'],
  },
}

/** Spreads colours evenly from 0 to 1, as Plotly takes them. */
export function toColorScale(steps: readonly string[]): (readonly [number, string])[] {
  return steps.map((color, index) => [index / (steps.length - 1), color] as const)
}

/** The colour `#RRGGBB` with an opacity. */
export function fade(color: string, opacity: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return `rgba(${parts.join(', ')}, ${opacity})`
}
