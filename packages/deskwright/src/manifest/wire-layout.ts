import type { TabLayout } from '../define/app.ts'
import type { Place } from '../define/place.ts'
import type { AnyWidget } from '../define/widget.ts'
import { diagnose } from '../errors/diagnostic.ts'
import { pick } from '../internal/pick.ts'
import { gridColumns } from '../spec/constants.ts'
import type { WireLayoutItem } from '../spec/types.ts'
import type { Compilation } from './compilation.ts'
import { packRow, type Packed } from './layout-rows.ts'

/** A widget on a tab, with the reference that groups are found by. */
export interface PlacedItem {
  readonly widget: AnyWidget | undefined
  readonly item: WireLayoutItem
}

/** Lays a tab from height `top`: rows downwards, and places with an `x` and `y` where they say. */
export function toLayout(
  layout: TabLayout,
  top: number,
  where: string,
  path: string,
  compilation: Compilation,
): PlacedItem[] {
  let y = top
  return layout.flatMap((entry, index) => {
    const place = { where, path: `${path}[${index}]` }
    const places = (Array.isArray(entry) ? entry : [entry]).map(toPlace)
    const exact = places.filter(isExact).flatMap((one) => toItem(one, toExactBox(one), place, compilation))
    const row = places.filter((one) => !isExact(one))
    if (row.length === 0) return exact
    const packed = packRow(row.map(toPackable), y)
    if ('tooWide' in packed) {
      const details = { width: packed.tooWide, columns: gridColumns }
      compilation.report(diagnose('error', 'row-too-wide', place, details))
      return exact
    }
    y += packed[0]?.h ?? 0
    const filling = row.flatMap((one, position) => {
      const box = packed[position]
      return box === undefined ? [] : toItem(one, box, place, compilation)
    })
    return [...exact, ...filling]
  })
}

function toPlace(entry: AnyWidget | Place): Place {
  return 'widget' in entry ? entry : { widget: entry }
}

/** A place with `x` and `y` does not take part in rows. */
function isExact({ x, y }: Place): boolean {
  return x !== undefined && y !== undefined
}

function naturalSize({ widget }: Place) {
  if (typeof widget === 'string') return { w: 10, h: 6 }
  const { w, h } = widget.options.gridData ?? widget.type.gridData
  return { w: Math.round(w), h: Math.ceil(h) }
}

function toPackable(place: Place) {
  const { w, h } = naturalSize(place)
  return { w, h: place.h ?? h, ...(place.w !== undefined && { fixed: place.w }) }
}

function toExactBox(place: Place): Packed {
  const { w, h } = naturalSize(place)
  return { x: place.x ?? 0, y: place.y ?? 0, w: place.w ?? w, h: place.h ?? h }
}

function toItem(
  place: Place,
  box: Packed,
  { where, path }: { readonly where: string; readonly path: string },
  { ids, report }: Compilation,
): PlacedItem[] {
  const { widget } = place
  const id = typeof widget === 'string' ? widget : ids.get(widget)
  if (id === undefined) {
    const name = typeof widget === 'string' ? widget : widget.options.name
    report(diagnose('error', 'place-not-registered', { where, path }, { name }))
    return []
  }
  const item = { i: id, ...box, ...pick(place, ['minW', 'minH', 'maxW', 'maxH', 'static', 'state']) }
  return [{ widget: typeof widget === 'string' ? undefined : widget, item }]
}
