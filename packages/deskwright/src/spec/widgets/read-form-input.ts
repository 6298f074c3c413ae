import { defaulted, objectOf, recordOf, required } from '../read/object-reader.ts'
import { flag, listOf, name, oneOf, type Reader, text, unchecked } from '../read/reader.ts'
import type { WireFormInput } from './form-input.ts'
import { formInputTypes, languages } from './param-values.ts'
import { option } from './read-option.ts'
import { popupWidth } from './read-popup-width.ts'
import { value } from './read-value.ts'

/** Reads one field or button of a form. */
export const formInput: Reader<WireFormInput> = objectOf<WireFormInput>(
  {
    paramName: required(name),
    type: defaulted(oneOf(formInputTypes), 'text'),
    label: text,
    description: text,
    placeholder: unchecked(text),
    value,
    show: flag,
    options: listOf(option),
    multiSelect: flag,
    multiple: unchecked(flag),
    style: unchecked(objectOf<NonNullable<WireFormInput['style']>>({ popupWidth })),
    language: unchecked(oneOf(languages)),
    groupById: unchecked(text),
    optionsEndpoint: text,
    optionsParams: unchecked(recordOf(value)),
  },
  {
    expects: 'a field {"paramName", "type"}',
    silent: ['optional', 'row', 'roles', 'hidden', 'query'],
    instead: { name: 'paramName', default: 'value', defaultValue: 'value' },
  },
)
