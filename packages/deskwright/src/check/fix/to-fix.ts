import type { Diagnostic } from '../../errors/diagnostic.ts'
import type { DocumentValues, Location } from '../locate/locator.ts'
import type { Fix } from './fix.ts'

/** Finds the change that mends a finding, when there is only one that makes sense. */
export function toFix(_finding: Diagnostic, _location: Location, _values: DocumentValues): Fix | undefined {
  return undefined
}
