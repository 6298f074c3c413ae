/** Colours that sit well on Workspace's widgets, dark and light. */
export const colors = {
  dark: { background: '#151518', text: '#D4D4D8', grid: '#2A2A30', line: '#5B9BFF' },
  light: { background: '#FFFFFF', text: '#27272A', grid: '#E4E4E7', line: '#1D5FD1' },
} as const

/** A Plotly figure in Workspace's colours. */
export function figure(theme: 'dark' | 'light', title: string, data: readonly object[], layout: object = {}) {
  const { background, text, grid, line } = colors[theme]
  const axis = { gridcolor: grid, zerolinecolor: grid }
  return {
    data,
    layout: {
      title: { text: title, font: { size: 14 } },
      paper_bgcolor: background,
      plot_bgcolor: background,
      font: { color: text },
      colorway: [line, '#F5A524', '#3DD68C', '#F0569A', '#9B8AFB'],
      margin: { l: 50, r: 20, t: 40, b: 40 },
      xaxis: axis,
      yaxis: axis,
      ...layout,
    },
    config: { displayModeBar: false, responsive: true },
  }
}
