import { objectOf, required } from '../read/object-reader.ts'
import { type Reader, refuse, text, unchecked } from '../read/reader.ts'
import type { WireOption } from './option.ts'

const optionValue: Reader<WireOption['value']> = {
  expects: 'a text, a number, true, false or null',
  read: (value, cursor) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return value
    return refuse(cursor, value, optionValue.expects)
  },
}

type ExtraInfo = NonNullable<WireOption['extraInfo']>

/** Reads one choice of a dropdown. */
export const option: Reader<WireOption> = objectOf<WireOption>(
  {
    label: required(text),
    value: required(optionValue),
    extraInfo: unchecked(objectOf<ExtraInfo>({ description: text, rightOfDescription: text })),
  },
  {
    expects: 'an option {"label", "value"}',
    instead: { name: 'label', text: 'label', description: 'extraInfo.description' },
  },
)
