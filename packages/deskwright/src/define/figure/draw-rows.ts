import { createBreather } from '../../internal/breathe.ts'
import { readRowBatches } from '../../internal/row-batches.ts'
import { checkRows } from '../answers/rows.ts'
import type { Context } from '../context.ts'
import { isRowSet, type RowSet } from '../row-set.ts'
import { toFields, type Drawing } from './drawing.ts'
import { toFigure } from './figure.ts'
import { createFigureColumns } from './figure-columns.ts'

/**
 * Draws what a loader gave; what is no rows stays as it is, to be found by the check of answers. Rows in their engine are read as
 * they come: only the columns that are drawn are kept of them.
 */
export async function drawRows(rows: unknown, drawing: Drawing, context: Context): Promise<unknown> {
  if (checkRows(rows) !== undefined) return rows
  const columns = createFigureColumns(toFields(drawing))
  const breathe = createBreather()
  for await (const batch of toBatches(rows as readonly object[] | RowSet, context)) {
    columns.add(batch)
    await breathe()
  }
  const figure = toFigure(columns, drawing, context.theme)
  await breathe()
  return figure
}

const batchSize = 2000

function toBatches(
  rows: readonly object[] | RowSet,
  context: Context,
): Iterable<readonly object[]> | AsyncIterable<object[]> {
  return isRowSet(rows) ? readRowBatches<object>(rows.json(context.signal)) : slice(rows)
}

function* slice(rows: readonly object[]): Generator<readonly object[]> {
  for (let at = 0; at < rows.length; at += batchSize) yield rows.slice(at, at + batchSize)
}
