import { report, stepInto } from '../read/cursor.ts'
import { objectOf, required } from '../read/object-reader.ts'
import { flag, isJsonObject, listOf, name, oneOf, type Reader, text, unchecked } from '../read/reader.ts'
import { clickActions } from './column-values.ts'
import { colorRule } from './read-color-rule.ts'
import type { WireRenderFnParams } from './render-fn-params.ts'

type Part<Key extends keyof WireRenderFnParams> = NonNullable<WireRenderFnParams[Key]>

const fields = objectOf<WireRenderFnParams>(
  {
    actionType: oneOf(clickActions),
    groupBy: objectOf<Part<'groupBy'>>({ paramName: required(name), valueField: text, forceUpdate: flag }),
    sendToAgent: objectOf<Part<'sendToAgent'>>({ markdown: required(text), agentId: text }),
    hoverCard: objectOf<Part<'hoverCard'>>({ cellField: text, title: text, markdown: text }),
    colorRules: listOf(colorRule),
    colorValueKey: unchecked(text),
  },
  { instead: { hoverCardData: 'hoverCard' } },
)

/** Reads what the render functions of a column need; `groupByParamName` is the old form of `groupBy.paramName`. */
export const renderFnParams: Reader<WireRenderFnParams> = {
  expects: fields.expects,
  read: (value, cursor) => {
    if (!isJsonObject(value) || !Object.hasOwn(value, 'groupByParamName')) return fields.read(value, cursor)
    report(stepInto(cursor, 'groupByParamName'), 'advice', 'key-respelled', {
      from: 'groupByParamName',
      to: 'groupBy.paramName',
      read: true,
    })
    const { groupByParamName, ...rest } = value
    const groupBy = isJsonObject(rest['groupBy']) ? rest['groupBy'] : {}
    return fields.read({ ...rest, groupBy: { paramName: groupByParamName, ...groupBy } }, cursor)
  },
}
