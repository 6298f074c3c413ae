import type { ClickTarget, Columns } from '../define/columns/column.ts'
import { diagnose } from '../errors/diagnostic.ts'
import type { WireColumn } from '../spec/types.ts'
import type { Compilation } from './compilation.ts'
import { joinPath } from '../spec/read/cursor.ts'

/** Writes a table's columns; a click target becomes the parameter's name. */
export function toWireColumns(columns: Columns, where: string, compilation: Compilation): WireColumn[] {
  return Object.entries(columns).map(([field, { wire, sets }]) => {
    if (sets === undefined) return { field, ...wire }
    const path = joinPath('columns', field)
    if (wire.renderFnParams?.actionType !== undefined) {
      compilation.report(diagnose('error', 'click-action-twice', { where, path }, undefined))
    }
    const { valueField } = sets
    if (valueField !== undefined && !Object.hasOwn(columns, valueField)) {
      const details = { field: valueField, columns: Object.keys(columns) }
      compilation.report(diagnose('advice', 'click-value-field-missing', { where, path: `${path}.sets` }, details))
    }
    const groupBy = toGroupBy(sets, where, `${path}.sets`, compilation)
    return { field, ...wire, renderFnParams: { ...wire.renderFnParams, actionType: 'groupBy', groupBy } }
  })
}

function toGroupBy(target: ClickTarget, where: string, path: string, { addresses, report }: Compilation) {
  const { param, ...rest } = target
  const [paramName] = addresses.names.get(param) ?? []
  if (paramName === undefined) {
    report(diagnose('error', 'click-target-unreceived', { where, path }, { label: param.label }))
  }
  return { paramName: paramName ?? param.label, ...rest }
}
