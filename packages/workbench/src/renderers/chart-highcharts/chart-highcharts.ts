import { isJsonObject } from '../chart/json-object.ts'
import { readInk } from '../chart/read-ink.ts'
import { mountStage, type Drawing } from '../chart/stage.ts'
import type { Renderer } from '../renderer.ts'
import { toModules } from './constructors.ts'
import { drawTree } from './draw-tree.ts'
import { loadHighcharts, type HighchartsChart } from './load-highcharts.ts'
import { readEnvelope, type Envelope } from './read-envelope.ts'
import { toHighchartsTheme } from './to-highcharts-theme.ts'
import './chart-highcharts.css'

/** Draws Highcharts options where the project has Highcharts; shows them as a tree elsewhere. */
export const renderer: Renderer = {
  fidelity: 'stand-in',
  differs:
    'Highcharts is proprietary and not shipped. Where the project has it installed, charts are drawn by it; elsewhere the options are shown as a tree. Nothing is fetched from other machines: no map collections, no pictures.',
  mount: (element, data, context) => mountStage(element, data, context, createDrawing),
}

function createDrawing(ground: HTMLElement): Drawing {
  let chart: HighchartsChart | undefined
  const clear = () => {
    chart?.destroy()
    chart = undefined
    ground.replaceChildren()
  }
  return {
    async show(answer, context) {
      const { envelope, problems } = readEnvelope(answer, context.widget.data?.dataKey)
      for (const problem of problems) context.report(problem)
      if (envelope === undefined) {
        clear()
        return { message: 'This is not a Highcharts envelope.', ...problems[0], instead: true }
      }
      const { constructorType, userOptions } = envelope
      const highcharts = await loadHighcharts(toModules(constructorType, userOptions))
      clear()
      if (highcharts === undefined) {
        ground.append(toTree(envelope))
        return {
          message: 'Highcharts is not installed, so its options are shown.',
          hint: 'Run npm install highcharts in the project; mind its licence.',
        }
      }
      highcharts.setOptions(toHighchartsTheme(readInk(ground)))
      const picture = ground.appendChild(document.createElement('div'))
      chart = highcharts[constructorType](picture, toFitted(userOptions, ground))
    },
    resize: () => chart?.setSize(ground.clientWidth, ground.clientHeight, false),
    destroy: clear,
  }
}

/** The chart fills its widget, whatever size its options ask for. Highcharts changes the options it is given. */
function toFitted(options: Envelope['userOptions'], ground: HTMLElement): object {
  const { chart, ...rest } = structuredClone(options)
  const size = { width: ground.clientWidth, height: ground.clientHeight }
  return { ...rest, chart: isJsonObject(chart) ? { ...chart, ...size } : size }
}

function toTree({ constructorType, userOptions }: Envelope): HTMLElement {
  const tree = Object.assign(document.createElement('div'), { className: 'highcharts-options', tabIndex: 0 })
  tree.append(drawTree(userOptions, constructorType))
  return tree
}
