import type { LoggerInterface as Logger } from 'vega'
import type { Result, VisualizationSpec } from 'vega-embed'
import type { JsonObject } from '../chart/json-object.ts'
import { readInk } from '../chart/read-ink.ts'
import { mountStage, type Drawing } from '../chart/stage.ts'
import type { RenderContext, Renderer } from '../renderer.ts'
import { createLoader } from './create-loader.ts'
import { readVegaSpec } from './read-vega-spec.ts'
import { toVegaConfig } from './to-vega-config.ts'

/** Draws Vega-Lite and Vega specifications. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'Vega-Lite itself; expressions are interpreted instead of compiled. Data and pictures are loaded from the widget’s own backend only. Colours that a specification leaves open are the Workbench’s.',
  mount: (element, data, context) => mountStage(element, data, context, createDrawing),
}

function createDrawing(ground: HTMLElement): Drawing {
  let result: Result | undefined
  const clear = () => {
    result?.finalize()
    result = undefined
    ground.replaceChildren()
  }
  return {
    async show(answer, context) {
      const { spec, problems } = readVegaSpec(answer, context.widget.data?.dataKey)
      for (const problem of problems) context.report(problem)
      clear()
      if (spec === undefined) return { message: 'This is not a specification.', ...problems[0], instead: true }
      result = await embed(ground, spec, context)
    },
    resize() {
      result?.view.width(ground.clientWidth).height(ground.clientHeight).resize().run()
    },
    destroy: clear,
  }
}

const composed = ['concat', 'hconcat', 'vconcat', 'facet', 'repeat']

async function embed(ground: HTMLElement, spec: JsonObject, context: RenderContext): Promise<Result> {
  const { default: embedVega } = await import('vega-embed')
  const size = {
    width: ground.clientWidth,
    height: ground.clientHeight,
    autosize: { type: 'fit', contains: 'padding' },
  }
  const sized = { ...structuredClone(spec), ...(composed.some((view) => view in spec) ? {} : size) }
  return await embedVega(ground, sized as VisualizationSpec, {
    actions: false,
    // Expressions become trees that an interpreter walks: nothing of a specification is run as code.
    ast: true,
    config: toVegaConfig(readInk(ground)),
    defaultStyle: false,
    loader: createLoader(context),
    logger: createLogger(context),
    renderer: 'canvas',
    tooltip: { theme: context.theme },
  })
}

/** What Vega notices about specifications of the version that Workspace takes, about no data, and what the loader has said already. */
const ordinary = /^(?:The input spec uses Vega|Infinite extent|Loading failed)/

/** Hands what Vega notices to the inspector instead of the console. */
function createLogger(context: RenderContext): Logger {
  const told = new Set<string>()
  const tell =
    (severity: 'error' | 'warning') =>
    (...parts: readonly unknown[]): Logger => {
      const text = parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ')
      if (!told.has(text) && !ordinary.test(text)) context.report({ severity, message: `Vega: ${text}` })
      told.add(text)
      return logger
    }
  const silent = () => logger
  const logger: Logger = { level: levelOf, error: tell('error'), warn: tell('warning'), info: silent, debug: silent }
  function levelOf(): number
  function levelOf(level: number): Logger
  function levelOf(level?: number): number | Logger {
    return level === undefined ? 2 : logger
  }
  return logger
}
