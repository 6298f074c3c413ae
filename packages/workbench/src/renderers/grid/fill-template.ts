import type { Row } from 'deskwright/spec'
import { readField } from './read-field.ts'
import { toText } from './to-text.ts'

/** Puts the fields of a row where a text has `{field}`. Names the row does not have stay as they are. */
export function fillTemplate(template: string, row: Row): string {
  return template.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    const value = readField(row, name.trim())
    return value === undefined ? whole : toText(value)
  })
}
