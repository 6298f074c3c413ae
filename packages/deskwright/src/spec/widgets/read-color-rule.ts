import { report, stepInto } from '../read/cursor.ts'
import { objectOf, required } from '../read/object-reader.ts'
import { flag, number, oneOf, type Reader, refuse, text } from '../read/reader.ts'
import type { WireColorRule } from './color-rule.ts'
import { colorConditions, isTextCondition, type RuleColor } from './column-values.ts'
import { isRuleColor, ruleColors } from './rule-color.ts'

const color: Reader<RuleColor> = {
  expects: ruleColors,
  read: (value, cursor) => (isRuleColor(value) ? value : refuse(cursor, value, ruleColors)),
}

const comparand: Reader<string | number> = {
  expects: 'a number or a text',
  read: (value, cursor) =>
    typeof value === 'number' || typeof value === 'string' ? value : refuse(cursor, value, comparand.expects),
}

const fields = objectOf<WireColorRule>({
  condition: required(oneOf(colorConditions)),
  value: comparand,
  range: objectOf<NonNullable<WireColorRule['range']>>({ min: required(number()), max: required(number()) }),
  color: required(color),
  fill: flag,
})

/** Reads a colour rule: `between` has a range, every other condition a value. */
export const colorRule: Reader<WireColorRule> = {
  expects: fields.expects,
  read: (value, cursor) => {
    const rule = fields.read(value, cursor)
    if (rule === undefined) return undefined
    const { range, value: comparedWith, ...rest } = rule
    if (rule.condition === 'between') {
      if (range !== undefined) return { ...rest, range }
      report(stepInto(cursor, 'range'), cursor.severity, 'key-missing', { key: 'range', allowed: '{"min", "max"}' })
      return undefined
    }
    if (comparedWith !== undefined) {
      if (!isTextCondition(rule.condition)) return { ...rest, value: comparedWith }
      return { ...rest, value: text.read(comparedWith, stepInto(cursor, 'value')) ?? '' }
    }
    report(stepInto(cursor, 'value'), cursor.severity, 'key-missing', { key: 'value', allowed: comparand.expects })
    return undefined
  },
}
