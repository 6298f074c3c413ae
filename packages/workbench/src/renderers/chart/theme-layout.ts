import { isJsonObject, type JsonObject } from './json-object.ts'

/** The colours and letters of the page, as a chart needs them. */
export interface Ink {
  readonly text: string
  readonly muted: string
  readonly grid: string
  readonly line: string
  readonly surface: string
  readonly accent: string
  readonly font: string
  readonly series: readonly string[]
}

/**
 * Fits a layout to its widget: the chart fills it, and what the figure leaves open (background, letters, grid, colours of traces)
 * follows the theme. What the figure says itself, also through its template, stays.
 */
export function themeLayout({ width: _width, height: _height, template, ...layout }: JsonObject, ink: Ink): JsonObject {
  const given = isJsonObject(template) ? template : {}
  return { ...layout, autosize: true, template: { ...given, layout: lay(toTemplate(ink), given['layout']) } }
}

function toTemplate({ text, muted, grid, line, surface, accent, font, series }: Ink): JsonObject {
  const clear = 'rgba(0,0,0,0)'
  const axis = { gridcolor: grid, linecolor: line, zerolinecolor: line, tickcolor: line, automargin: true }
  const wall = { ...axis, backgroundcolor: clear, showbackground: false }
  const angular = { gridcolor: grid, linecolor: line }
  return {
    paper_bgcolor: clear,
    plot_bgcolor: clear,
    font: { color: text, family: font, size: 12 },
    colorway: series,
    margin: { l: 48, r: 24, t: 40, b: 40 },
    xaxis: axis,
    yaxis: axis,
    scene: { xaxis: wall, yaxis: wall, zaxis: wall },
    polar: { bgcolor: clear, angularaxis: angular, radialaxis: angular },
    ternary: { bgcolor: clear, aaxis: angular, baxis: angular, caxis: angular },
    geo: { bgcolor: clear, landcolor: surface, lakecolor: clear, subunitcolor: line, coastlinecolor: line },
    coloraxis: { colorbar: { outlinewidth: 0, tickcolor: line } },
    hoverlabel: { bgcolor: surface, bordercolor: line, font: { color: text } },
    modebar: { bgcolor: clear, color: muted, activecolor: accent },
  }
}

/** Lays what is given over what is usual, key by key. */
function lay(usual: JsonObject, given: unknown): JsonObject {
  if (!isJsonObject(given)) return usual
  const all = Object.entries(given).map(([key, value]): [string, unknown] => {
    const under = usual[key]
    return [key, isJsonObject(under) && isJsonObject(value) ? lay(under, value) : value]
  })
  return { ...usual, ...Object.fromEntries(all) }
}
