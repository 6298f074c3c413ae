import { probeErrors } from '../errors/catalogue/probe.ts'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { toJsonFinding } from '../spec/read/read-json.ts'
import { isJsonObject } from '../spec/read/reader.ts'
import { readDocuments } from '../spec/read-documents.ts'
import type { Finding, FoundPlace } from './finding.ts'
import { toFix } from './fix/to-fix.ts'
import { findDuplicates } from './locate/find-duplicates.ts'
import { createLocator, type DocumentValues, type Locator } from './locate/locator.ts'
import { createPlaceFinder, type PlaceFinder } from './locate/place-finder.ts'
import { type TextLines, toLines, toPosition } from './locate/text-lines.ts'
import { toLoss } from './loss.ts'
import { type ReadSource, readSource, toTextOffset } from './read-source.ts'
import { createReport, type Report } from './report.ts'
import type { DocumentName, Source } from './source.ts'
import { toVerdict } from './verdict.ts'

/** What is known of a backend's documents besides their content. */
export interface Known {
  /** Findings that others made. */
  readonly diagnostics?: readonly Diagnostic[]
}

/** Checks the documents of one backend, without asking anyone. Pure. */
export function checkSources(subject: string, sources: readonly Source[], known: Known = {}): Report {
  const read = sources.map(readSource)
  const values = Object.fromEntries(read.map(({ document, value }) => [document, value])) as DocumentValues
  const locator = createLocator(values)
  const finders = new Map(read.map((source) => [source.document, createPlaceFinder(source)]))
  const findings = [
    ...read.flatMap((source) => checkText(source, locator, finders.get(source.document)!)),
    ...withoutRepeats([...(known.diagnostics ?? []), ...readDocuments(values).diagnostics]).map((diagnostic) =>
      toFinding(diagnostic, locator, finders, values),
    ),
  ]
  return createReport(subject, findings, toVerdict(countParts(values), findings))
}

/** Who made the documents may have found the same. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, where, path, message }) => {
    const key = JSON.stringify([code, where, path, message])
    return !seen.has(key) && seen.add(key)
  })
}

/** Finds what is wrong with the text of a document, whatever it says. */
function checkText(source: ReadSource, locator: Locator, finder: PlaceFinder): Finding[] {
  const { document, content, slips, hasMark, json, value } = source
  if (!('text' in content)) return []
  const where = `${document}.json`
  const add = (diagnostic: Diagnostic, place: FoundPlace, fix?: Finding['fix']): Finding => ({
    ...diagnostic,
    loses: toLoss(diagnostic, document),
    place,
    ...(fix === undefined ? {} : { fix }),
  })
  const start = hasMark ? 1 : 0
  const findings: Finding[] = []
  if (hasMark) {
    const fix = [{ kind: 'write' as const, offset: 0, length: 1, text: '' }]
    findings.push(add(diagnose('advice', 'json-mark', { where }, {}), finder.findText([], 0, 1), fix))
  }
  for (const slip of slips) {
    const { repair } = slip
    const fix = repair && [
      { kind: 'write' as const, offset: repair.offset + start, length: repair.length, text: repair.text },
    ]
    const bad = repair && content.text.slice(start).slice(slip.offset, repair.offset + repair.length)
    const length = Math.max(1, bad?.trimEnd().length ?? 1)
    findings.push(
      add(toJsonFinding(content.text.slice(start), slip, where), finder.findText([], slip.offset + start, length), fix),
    )
  }
  if (json === undefined) return findings
  let lines: TextLines | undefined
  for (const { key, steps, offset, length, winner } of findDuplicates(json, value)) {
    const place = finder.findText(steps, toTextOffset(source, offset), length)
    lines ??= toLines(content.text)
    const { line } = toPosition(lines, toTextOffset(source, winner))
    const at = locator.describe({ document, steps })
    findings.push(add(diagnose('warning', 'key-duplicate', at, { key, line }), place))
  }
  return findings
}

function toFinding(
  diagnostic: Diagnostic,
  locator: Locator,
  finders: ReadonlyMap<DocumentName, PlaceFinder>,
  values: DocumentValues,
): Finding {
  const location = locator.locate(diagnostic)
  const loses = toLoss(diagnostic, location?.document)
  // How a document came is nowhere in its text.
  const isAbout = Object.hasOwn(probeErrors, diagnostic.code) && location?.steps.length === 0
  if (location === undefined || isAbout) return { ...diagnostic, loses }
  const place = finders
    .get(location.document)
    ?.find(location.steps, diagnostic.code.startsWith('key-') ? 'key' : 'value')
  const fix = toFix(diagnostic, location, values)
  return { ...diagnostic, loses, ...(place && { place }), ...(fix && { fix }) }
}

function countParts(values: DocumentValues): { readonly [Name in DocumentName]?: number } {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.length : !isJsonObject(value) ? 0 : toCount(name, value),
    ]),
  )
}

/** An app, or a widget, may stand alone. */
function toCount(name: string, value: Readonly<Record<string, unknown>>): number {
  const isBare = name === 'apps' ? 'tabs' in value || 'name' in value : typeof value['endpoint'] === 'string'
  return isBare ? 1 : Object.keys(value).length
}
