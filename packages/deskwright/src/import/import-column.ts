import type { WireColumn } from '../spec/types.ts'
import { type Code, isBlank, quote, toCall, toLiteral, toObject } from './code.ts'

/** The factory of each cell type. */
const factories: Readonly<Record<string, string>> = {
  text: 'text',
  number: 'number',
  boolean: 'boolean',
  dateString: 'date',
  object: 'object',
}

/** The factories of numbers that fix a format. */
const formats: Readonly<Record<string, string>> = {
  int: 'integer',
  percent: 'percent',
  normalizedPercent: 'normalizedPercent',
}

/** Writes a column as a call of its factory, or as the wire has it where no factory gives that. */
export function importColumn(column: WireColumn, toTarget: (paramName: string) => string | undefined): Code {
  const {
    field: _field,
    headerName,
    cellDataType,
    sparkline,
    renderFn,
    renderFnParams = {},
    formatterFn,
    ...plain
  } = column
  const { actionType, groupBy, sendToAgent, hoverCard, ...rules } = renderFnParams
  const renderFns = new Set([renderFn ?? []].flat())
  const implied = [
    ...(actionType === undefined ? [] : ['cellOnClick' as const]),
    ...(rules.colorRules === undefined ? [] : ['columnColor' as const]),
    ...(hoverCard === undefined ? [] : ['hoverCard' as const]),
  ]
  const own = [...renderFns].filter((name) => !(implied as string[]).includes(name))
  const target = actionType === 'groupBy' && groupBy !== undefined ? toTarget(groupBy.paramName) : undefined
  const isClickSayable =
    actionType === undefined
      ? groupBy === undefined && sendToAgent === undefined
      : actionType === 'groupBy'
        ? target !== undefined && sendToAgent === undefined
        : groupBy === undefined
  const isSayable =
    isClickSayable &&
    implied.every((name) => renderFns.has(name)) &&
    !own.includes('cellOnClick') &&
    !own.includes('columnColor')
  const isDrawn =
    sparkline !== undefined && cellDataType === undefined && hoverCard === undefined && rules.colorRules === undefined
  const factory = isDrawn ? 'sparkline' : sparkline === undefined ? toFactory(cellDataType, formatterFn) : undefined
  if (!isSayable || factory === undefined) {
    const { field: _, headerName: __, ...wire } = column
    return toCall('asIs', [quote(headerName), ...(isBlank(toLiteral(wire)) ? [] : [toLiteral(wire)])])
  }
  const isImplied = formatterFn !== undefined && formats[formatterFn] === factory
  const { paramName: _paramName, ...click } = groupBy ?? {}
  const options = toObject({
    ...(sparkline === undefined ? {} : toLiterals(sparkline)),
    formatterFn: formatterFn === undefined || isImplied ? undefined : quote(formatterFn),
    ...toLiterals(plain),
    renderFn: own.length === 0 ? undefined : toLiteral(own.length === 1 ? own[0] : own),
    sets:
      target === undefined
        ? undefined
        : Object.keys(click).length === 0
          ? target
          : toObject({ param: target, ...toLiterals(click) }),
    sendToAgent: sendToAgent && toLiteral(sendToAgent),
    hoverCard: hoverCard && toLiteral(hoverCard),
    ...toLiterals(rules),
  })
  return toCall(`column.${factory}`, [quote(headerName), ...(isBlank(options) ? [] : [options])])
}

function toFactory(
  cellDataType: WireColumn['cellDataType'],
  formatterFn: WireColumn['formatterFn'],
): string | undefined {
  if (cellDataType === undefined) return undefined
  return cellDataType === 'number' ? (formats[formatterFn ?? ''] ?? 'number') : factories[cellDataType]
}

function toLiterals(values: object): Record<string, Code> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given.map(([key, value]) => [key, toLiteral(value)]))
}
