import type { WireState } from 'deskwright/spec'
import { isObject } from './read-field.ts'

/** How somebody arranged a table's columns, in the words of AG Grid's state, which apps keep. */
export interface Arrangement {
  readonly sort?: { readonly sortModel: readonly { readonly colId: string; readonly sort: 'asc' | 'desc' }[] }
  readonly columnPinning?: { readonly leftColIds: readonly string[]; readonly rightColIds: readonly string[] }
  readonly columnOrder?: { readonly orderedColIds: readonly string[] }
  readonly columnVisibility?: { readonly hiddenColIds: readonly string[] }
  readonly columnSizing?: { readonly columnSizingModel: readonly { readonly colId: string; readonly width: number }[] }
  readonly rowGroup?: { readonly groupColIds: readonly string[] }
}

type States = WireState['columnState']
type Json = Readonly<Record<string, unknown>>

/** Reads how an app wants columns arranged. What cannot be understood of it arranges nothing. */
export function readArrangement(states: States): Arrangement {
  const kept: unknown = states?.[keyOf(states)]
  const state: Json = isObject(kept) ? kept : {}
  return {
    ...readPart(state['sort'], ({ sortModel }) => ({ sort: { sortModel: listOf(sortModel, isSort) } })),
    ...readPart(state['columnPinning'], ({ leftColIds, rightColIds }) => ({
      columnPinning: { leftColIds: listOf(leftColIds, isText), rightColIds: listOf(rightColIds, isText) },
    })),
    ...readPart(state['columnOrder'], ({ orderedColIds }) => ({
      columnOrder: { orderedColIds: listOf(orderedColIds, isText) },
    })),
    ...readPart(state['columnVisibility'], ({ hiddenColIds }) => ({
      columnVisibility: { hiddenColIds: listOf(hiddenColIds, isText) },
    })),
    ...readPart(state['columnSizing'], ({ columnSizingModel }) => ({
      columnSizing: { columnSizingModel: listOf(columnSizingModel, isSize) },
    })),
    ...readPart(state['rowGroup'], ({ groupColIds }) => ({ rowGroup: { groupColIds: listOf(groupColIds, isText) } })),
  }
}

/** Writes an arrangement over the one that an app has, under the key where it stands; what else stands there stays. */
export function writeArrangement(states: States, arrangement: Arrangement): NonNullable<States> {
  const key = keyOf(states)
  return { ...states, [key]: { ...states?.[key], ...arrangement } }
}

/** Workspace writes one state, under one of two names. */
function keyOf(states: States): string {
  return ['default', 'default_undefined', ...Object.keys(states ?? {})].find((key) => states?.[key]) ?? 'default'
}

function readPart(part: unknown, read: (part: Json) => Arrangement): Arrangement {
  return isObject(part) ? read(part) : {}
}

function listOf<Entry>(value: unknown, is: (entry: unknown) => entry is Entry): readonly Entry[] {
  return Array.isArray(value) ? value.filter(is) : []
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isSort(value: unknown): value is { readonly colId: string; readonly sort: 'asc' | 'desc' } {
  return isObject(value) && isText(value['colId']) && (value['sort'] === 'asc' || value['sort'] === 'desc')
}

function isSize(value: unknown): value is { readonly colId: string; readonly width: number } {
  return isObject(value) && isText(value['colId']) && typeof value['width'] === 'number' && value['width'] > 0
}
