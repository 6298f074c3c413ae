import { objectOf, required } from '../read/object-reader.ts'
import { flag, listOf, oneOf, orNull, type Reader, sensible, text, unchecked } from '../read/reader.ts'
import { before } from '../read/translate.ts'
import type { WireColumn } from './column.ts'
import {
  aggFuncs,
  alignments,
  cellDataTypes,
  chartDataTypes,
  formatterFns,
  pinSides,
  type RenderFn,
  renderFns,
  sortDirections,
} from './column-values.ts'
import { renderFnParams } from './read-render-fn-params.ts'
import { sparkline } from './read-sparkline.ts'

const renderFnName = unchecked(oneOf(renderFns))
const renderFnNames = listOf(renderFnName, `${renderFnName.expects}, or an array of these`)

/** Reads one render function, several in an array, or several in one text with commas. */
const renderFn: Reader<RenderFn | readonly RenderFn[]> = {
  expects: renderFnNames.expects,
  read: (value, cursor) => {
    if (typeof value !== 'string') return renderFnNames.read(value, cursor)
    const words = value.split(',').map((word) => word.trim())
    if (words.length === 1) return renderFnName.read(words[0], cursor)
    const read = words.flatMap((word) => renderFnName.read(word, cursor) ?? [])
    return read.length === 0 ? undefined : read
  },
}

const pixels = orNull(sensible(1))
const pinned = before(oneOf(pinSides), (value) => (value === true ? 'left' : value))

/** Reads one column. */
export const column: Reader<WireColumn> = objectOf<WireColumn>(
  {
    field: required(text),
    headerName: required(text, ''),
    headerTooltip: orNull(text),
    cellDataType: oneOf(cellDataTypes),
    chartDataType: oneOf(chartDataTypes),
    formatterFn: orNull(oneOf(formatterFns)),
    decimalPlaces: unchecked(sensible(0, 6, true)),
    prefix: text,
    suffix: text,
    renderFn,
    renderFnParams,
    align: oneOf(alignments),
    width: pixels,
    minWidth: pixels,
    maxWidth: pixels,
    hide: orNull(flag),
    pinned: {
      ...pinned,
      read: (value, cursor) => (value === false || value === null ? undefined : pinned.read(value, cursor)),
    },
    rowGroup: flag,
    aggFunc: unchecked(orNull(oneOf(aggFuncs))),
    sort: unchecked(orNull(oneOf(sortDirections))),
    sortIndex: unchecked(sensible(0, undefined, true)),
    enableCellChangeWs: flag,
    sparkline,
  },
  {
    expects: 'a column {"field", "headerName"}',
    instead: {
      type: 'cellDataType',
      name: 'headerName',
      title: 'headerName',
      label: 'headerName',
      description: 'headerTooltip',
      tooltip: 'headerTooltip',
      key: 'field',
      format: 'formatterFn',
      formatFn: 'formatterFn',
    },
  },
)
