import type { Data, Frame } from 'plotly.js-dist-min'
import type { RenderContext, Renderer } from '../renderer.ts'
import { hasGraphics } from './has-graphics.ts'
import { judgeFigure } from './judge-figure.ts'
import { keepLocal } from './keep-local.ts'
import { lightenTraces, manyPoints } from './lighten-traces.ts'
import { loadPlotly, type Plotly } from './load-plotly.ts'
import { readFigure, type Figure } from './read-figure.ts'
import { readInk } from './read-ink.ts'
import { mountStage, type Drawing, type Note } from './stage.ts'
import { themeLayout } from './theme-layout.ts'
import { whenIdle } from './when-idle.ts'

/** Draws Plotly figures with the whole of Plotly. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'Plotly itself, all its kinds of traces. Colours that a figure leaves open are the Workbench’s. Nothing is fetched for a figure: maps have no tiles and no coastlines, pictures have to be inline.',
  mount: (element, data, context) => mountStage(element, data, context, createDrawing),
}

function createDrawing(ground: HTMLElement): Drawing {
  const plot = ground.appendChild(document.createElement('div'))
  plot.style.height = '100%'
  let plotly: Plotly | undefined
  let stopJudging = () => {}

  return {
    async show(answer, context) {
      stopJudging()
      const { figure, problems } = readFigure(answer, context.widget.data?.dataKey)
      for (const problem of problems) context.report(problem)
      if (figure === undefined) {
        return { message: 'This is not a figure.', ...problems[0], instead: true }
      }
      if (figure.data.length === 0) return toEmptyNote(context)
      plotly ??= await loadPlotly()
      const loaded = plotly
      const { note, total } = await draw(loaded, plot, figure, context)
      if (total <= manyPoints) {
        stopJudging = whenIdle(() => {
          for (const problem of judgeFigure(loaded, figure)) context.report(problem)
        })
      }
      return note
    },
    resize() {
      if (plotly === undefined || !plot.classList.contains('js-plotly-plot')) return
      // It refuses later, when the plot is hidden by then: it is resized once it is shown again.
      Promise.resolve(plotly.Plots.resize(plot)).catch(() => undefined)
    },
    destroy() {
      stopJudging()
      plotly?.purge(plot)
      plot.remove()
    },
  }
}

async function draw(
  plotly: Plotly,
  plot: HTMLElement,
  given: Figure,
  context: RenderContext,
): Promise<{ readonly note: Note | undefined; readonly total: number }> {
  const { figure, removed } = keepLocal(given)
  for (const path of removed) {
    context.report({
      severity: 'warning',
      path,
      message: 'This is on another machine; the Workbench does not fetch it, Workspace does.',
    })
  }
  const { traces, total, shown } = lightenTraces(figure.data, hasGraphics)
  await plotly.react(
    plot,
    traces as Data[],
    { uirevision: 'kept', ...themeLayout(figure.layout, readInk(plot)) },
    { displaylogo: false, showSendToCloud: false, ...figure.config, responsive: false },
  )
  if (figure.frames.length > 0) {
    await plotly.deleteFrames(plot, framesOf(plot))
    await plotly.addFrames(plot, [...figure.frames] as Partial<Frame>[])
  }
  return { note: toNote(shown, total, removed), total }
}

function toNote(shown: number, total: number, removed: readonly string[]): Note | undefined {
  if (shown < total) {
    return {
      message: `${toCount(shown)} of ${toCount(total)} points are drawn.`,
      hint: 'All would stop the page. Send less, or lines.',
    }
  }
  if (removed.length > 0) return { message: 'Parts from other machines are left out.', hint: removed[0]! }
}

function toEmptyNote(context: RenderContext): Note {
  context.report({
    severity: 'advice',
    path: 'data',
    message: 'The figure has no trace, so Workspace draws nothing, not even its title.',
  })
  return { message: 'No data', hint: 'The figure has no trace.', instead: true }
}

function toCount(count: number): string {
  return count.toLocaleString('en-US')
}

/** The numbers of all frames that an element has from before. */
function framesOf(plot: HTMLElement): number[] {
  const { _transitionData: kept } = plot as { _transitionData?: { readonly _frames: readonly unknown[] } }
  return (kept?._frames ?? []).map((_, index) => index)
}
