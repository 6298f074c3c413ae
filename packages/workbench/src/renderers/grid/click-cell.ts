import type { Row, WireColumn } from 'deskwright/spec'
import type { RenderContext } from '../renderer.ts'
import { cellValue, drawsBy } from './cell-value.ts'
import { fillTemplate } from './fill-template.ts'
import { readField } from './read-field.ts'

type Asked = Pick<RenderContext, 'setValues' | 'refresh' | 'sendToAgent'>

/** What a click on a column's cells does. Old documents name the param without saying what to do: that groups. */
export function actionOf(column: WireColumn): 'groupBy' | 'sendToAgent' | undefined {
  const { actionType, groupBy, sendToAgent } = column.renderFnParams ?? {}
  if (!drawsBy(column, 'cellOnClick')) return undefined
  const action = actionType ?? (groupBy === undefined ? 'sendToAgent' : 'groupBy')
  return (action === 'groupBy' ? groupBy : sendToAgent) === undefined ? undefined : action
}

/** Does what a click on a cell does, and tells whether it did anything. */
export function clickCell(column: WireColumn, row: Row, context: Asked): boolean {
  const action = actionOf(column)
  if (action === undefined) return false
  const { groupBy, sendToAgent } = column.renderFnParams!
  if (action === 'sendToAgent') {
    const { markdown, agentId } = sendToAgent!
    context.sendToAgent(fillTemplate(markdown, row), ...(agentId === undefined ? [] : [agentId]))
    return true
  }
  const { paramName, valueField, forceUpdate } = groupBy!
  const value = valueField === undefined ? cellValue(column, row) : readField(row, valueField)
  if (value === undefined || value === null || typeof value === 'object') return false
  context.setValues({ [paramName]: value })
  if (forceUpdate === true) context.refresh()
  return true
}
