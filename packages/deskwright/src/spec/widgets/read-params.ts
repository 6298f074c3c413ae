import { report, stepInto, type Cursor } from '../read/cursor.ts'
import { rememberOrigin } from '../read/origin.ts'
import { isJsonObject, type Reader, refuse } from '../read/reader.ts'
import type { WireParam, WireParams } from './param.ts'
import { placedParam } from './read-param.ts'

const expects = 'an array of parameters'

/** Reads a widget's parameters in all their forms: flat, in rows, mixed, and with row numbers. */
export const params: Reader<WireParams> = {
  expects,
  read: (came, cursor) => {
    if (isJsonObject(came)) {
      report(cursor, 'warning', 'params-ignored', {})
      return undefined
    }
    if (!Array.isArray(came)) return refuse(cursor, came, expects)
    const rows: WireParam[][] = []
    const origins: (readonly [WireParam, Cursor])[] = []
    const place = (value: unknown, row: number, inside: Cursor): void => {
      const placed = placedParam.read(value, inside)
      if (placed === undefined) return
      const index = Math.min(Math.trunc(placed.row ?? row), mostRows)
      while (rows.length <= index) rows.push([])
      rows[index]!.push(placed.param)
      origins.push([placed.param, inside])
    }
    let next = Array.isArray(came[0]) ? 0 : 1
    came.forEach((entry: unknown, index) => {
      const inside = stepInto(cursor, index)
      if (!Array.isArray(entry)) return place(entry, 0, inside)
      entry.forEach((value: unknown, column) => place(value, next, stepInto(inside, column)))
      next += 1
    })
    const isAsItCame = rows.length < 2 && origins.length === came.length && !came.some(Array.isArray)
    if (!isAsItCame) for (const [param, { trail }] of origins) rememberOrigin(param, trail)
    return rows.length > 1 ? rows : (rows[0] ?? [])
  },
}

/** A row number beyond this one is a slip; it must not cost memory. */
const mostRows = 99
