import { isJsonObject, type JsonObject } from './json-object.ts'
import type { Figure } from './read-figure.ts'

/** A figure that asks nobody for anything, and the places of what was taken out of it. */
export interface LocalFigure {
  readonly figure: Figure
  readonly removed: readonly string[]
}

/** Settings that send the figure somewhere, or fetch parts of the drawing from somewhere. */
const outward = new Set([
  'plotlyServerURL',
  'topojsonURL',
  'showSendToCloud',
  'showEditInChartStudio',
  'showLink',
  'sendData',
  'mapboxAccessToken',
  'locales',
])

/** Keys that hold an address when they hold a text; in arguments of buttons the key is a path: `images[0].source`. */
const addressed = /(?:^|[.\]])(?:source|geojson|url|sourceattribution)$/i
const mapStyle = /(?:^|\.)(?:map|mapbox)\d*(?:\.style)?$/

/** Takes everything out of a figure that Plotly would fetch from, or send to, another machine: pictures, map tiles, shapes. */
export function keepLocal({ data, layout, config, frames }: Figure): LocalFigure {
  const removed: string[] = []

  const keep = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) {
      return value.some((entry) => typeof entry === 'object')
        ? value.map((entry, index) => keep(entry, `${path}[${index}]`))
        : value
    }
    if (!isJsonObject(value)) return value
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
        const place = `${path}.${key}`
        if (addressed.test(key) && isAddress(inner)) {
          removed.push(place)
          return []
        }
        if ((key === 'style' || key.endsWith('.style')) && mapStyle.test(key === 'style' ? path : key)) {
          if (inner === 'white-bg') return [[key, inner]]
          removed.push(place)
          return [[key, 'white-bg']]
        }
        return [[key, keep(inner, place)]]
      }),
    )
  }

  const kept = keep(layout, 'layout') as JsonObject
  return {
    figure: {
      data: keep(data, 'data') as readonly JsonObject[],
      layout: { ...kept, ...toBlankMaps(data, kept, removed) },
      config: Object.fromEntries(
        Object.entries(config)
          .filter(([key]) => !outward.has(key))
          .map(([key, value]) => [key, key.startsWith('modeBarButtons') ? withoutCloud(value) : value]),
      ),
      frames: keep(frames, 'frames') as readonly JsonObject[],
    },
    removed,
  }
}

/** Buttons that send the figure to the cloud. */
function withoutCloud(buttons: unknown): unknown {
  if (!Array.isArray(buttons)) return buttons
  return buttons.map(withoutCloud).filter((button) => typeof button !== 'string' || !/cloud|studio/i.test(button))
}

/** Texts, or lists of texts, that are no inline data. */
function isAddress(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isAddress)
  return typeof value === 'string' && !/^data:/i.test(value.trim())
}

/** Maps without a style would fetch the usual one. */
function toBlankMaps(data: readonly JsonObject[], layout: JsonObject, removed: string[]): JsonObject {
  const maps = new Set(
    data
      .filter(
        ({ type }) => typeof type === 'string' && /map(?:box)?$/.test(type) && type !== 'heatmap' && type !== 'treemap',
      )
      .map(({ subplot }) => (typeof subplot === 'string' ? subplot : 'map')),
  )
  return Object.fromEntries(
    [...maps].map((map) => {
      const given = layout[map]
      if (isJsonObject(given) && given['style'] === 'white-bg') return [map, given]
      removed.push(`layout.${map}.style`)
      return [map, { ...(isJsonObject(given) ? given : {}), style: 'white-bg' }]
    }),
  )
}
