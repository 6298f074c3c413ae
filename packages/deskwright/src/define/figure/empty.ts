import type { Drawn, Sheet } from './sheet.ts'

/** Says that there is nothing to see. Workspace draws no figure that has no trace at all, so this one has an empty one. */
export function drawNothing({ colors }: Sheet): Drawn {
  const hidden = { visible: false }
  return {
    data: [{ type: 'scatter', x: [], y: [], hoverinfo: 'skip' }],
    layout: {
      xaxis: hidden,
      yaxis: hidden,
      annotations: [
        {
          text: 'No data',
          x: 0.5,
          y: 0.5,
          xref: 'paper',
          yref: 'paper',
          showarrow: false,
          font: { size: 14, color: colors.muted },
        },
      ],
    },
  }
}
