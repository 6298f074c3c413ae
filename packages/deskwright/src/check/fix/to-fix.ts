import type { ErrorCode } from '../../errors/catalogue.ts'
import { detailsOf, type Diagnostic } from '../../errors/diagnostic.ts'
import type { DocumentValues, Location } from '../locate/locator.ts'
import { findAt } from '../locate/walk-json.ts'
import type { Fix } from './fix.ts'
import { type FixPlace, fixes } from './fixes.ts'

/** Finds the change that mends a finding, when there is only one that makes sense. */
export function toFix(finding: Diagnostic, { document, steps }: Location, values: DocumentValues): Fix | undefined {
  const fixer = fixes[finding.code] as ((facts: unknown, place: FixPlace) => Fix | undefined) | undefined
  const facts = detailsOf<ErrorCode>(finding, finding.code)
  if (fixer === undefined || facts === undefined) return undefined
  return fixer(facts, { steps, document: values[document], value: findAt(values[document], steps) })
}
