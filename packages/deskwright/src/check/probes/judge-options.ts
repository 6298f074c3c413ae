import { diagnose, type Diagnostic, type Place } from '../../errors/diagnostic.ts'
import { show } from '../../internal/show.ts'
import { isJsonObject } from '../../spec/read/reader.ts'
import { receivedOptionsDocumentSchema, type WireOption } from '../../spec/widgets/option.ts'
import type { WireParam } from '../../spec/widgets/param.ts'

/** What an options endpoint has for a dropdown. */
export interface JudgedOptions {
  readonly findings: readonly Diagnostic[]
  /** The options that can be shown. */
  readonly options: readonly WireOption[]
}

/** Judges what an options endpoint answered: a list, of options, and the param's default value one of them. */
export function judgeOptions(place: Place, url: string, param: WireParam, answer: unknown): JudgedOptions {
  if (!Array.isArray(answer)) {
    const reason = 'a list of {label, value} is expected'
    const facts = { url, wanted: 'options', at: '', reason, got: show(answer) }
    return { findings: [diagnose('warning', 'widget-shape', place, facts)], options: [] }
  }
  const findings: Diagnostic[] = []
  const options = answer.flatMap((option: unknown, index): readonly WireOption[] => {
    const slip = findSlip(option)
    // One of a kind is enough: the others are like it.
    if (slip !== undefined && findings.length === 0) {
      const facts = { url, at: `[${index}]${slip.at}`, reason: slip.reason, got: show(option) }
      findings.push(diagnose('warning', 'options-shape', place, facts))
    }
    const read = receivedOptionsDocumentSchema.safeParse([option])
    return read.success ? read.data : []
  })
  const strange = listDefaults(param).find((value) => options.every((option) => String(option.value) !== value))
  if (strange !== undefined && options.length > 0) {
    const known = options.slice(0, 5).map(({ value }) => JSON.stringify(value))
    const shown = `${known.join(', ')}${options.length > known.length ? ` and ${options.length - known.length} more` : ''}`
    findings.push(diagnose('advice', 'options-default', place, { url, value: JSON.stringify(strange), options: shown }))
  }
  return { findings, options }
}

function findSlip(option: unknown): { readonly at: string; readonly reason: string } | undefined {
  if (!isJsonObject(option)) return { at: '', reason: 'an option is {label, value}' }
  if (typeof option['label'] !== 'string') return { at: '.label', reason: 'a text is expected' }
  const { value, extraInfo } = option
  if (value === undefined || (typeof value === 'object' && value !== null)) {
    return { at: '.value', reason: 'a text, a number, true, false or null is expected' }
  }
  if (extraInfo === undefined || extraInfo === null) return undefined
  if (!isJsonObject(extraInfo)) return { at: '.extraInfo', reason: 'an object is expected' }
  const key = ['description', 'rightOfDescription'].find(
    (key) => extraInfo[key] !== undefined && extraInfo[key] !== null && typeof extraInfo[key] !== 'string',
  )
  return key === undefined ? undefined : { at: `.extraInfo.${key}`, reason: 'a text is expected' }
}

/** The values a dropdown begins with; several may be a list or stand between commas. */
function listDefaults({ value, multiSelect }: WireParam): readonly string[] {
  const values = multiSelect === true && typeof value === 'string' ? value.split(',') : [value].flat()
  return (
    values
      .filter((value) => value !== undefined && value !== null)
      .map((value) => String(value).trim())
      // A date that depends on today is nobody's option.
      .filter((value) => value !== '' && !value.startsWith('$'))
  )
}
