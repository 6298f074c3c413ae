import { applyEdits, type FormattingOptions, modify } from 'jsonc-parser'
import type { Finding } from '../finding.ts'
import { createNodeFinder } from '../locate/find-node.ts'
import type { Step } from '../source.ts'
import type { Change } from './fix.ts'

/** A text after some of its findings were mended. */
export interface FixedText {
  readonly text: string
  /** The findings that were mended. */
  readonly fixed: readonly Finding[]
}

/** Makes the changes of findings in the text they were found in. Of changes that touch the same place the first is made. */
export function applyFixes(text: string, findings: readonly Finding[]): FixedText {
  const writes = findings.filter(({ fix }) => fix?.some(({ kind }) => kind === 'write') === true)
  // What is no JSON is repaired first: places in it mean nothing before.
  return writes.length > 0 ? applyWrites(text, writes) : applyChanges(text, findings)
}

function applyWrites(text: string, findings: readonly Finding[]): FixedText {
  const edits = findings.flatMap(({ fix = [] }) =>
    fix.flatMap((change) => (change.kind === 'write' ? [{ ...change, content: change.text }] : [])),
  )
  return { text: applyEdits(text, edits), fixed: findings }
}

/** What moves the places of others comes last. */
const order: Readonly<Record<Change['kind'], number>> = { write: 0, set: 1, rename: 2, remove: 3 }

function applyChanges(text: string, findings: readonly Finding[]): FixedText {
  const taken: (readonly Step[])[] = []
  const fixed: Finding[] = []
  const changes: Change[] = []
  for (const finding of findings) {
    const { fix } = finding
    if (fix === undefined) continue
    const places = fix.flatMap((change) => (change.kind === 'write' ? [] : [change.steps]))
    if (places.some((place) => taken.some((other) => overlap(place, other)))) continue
    taken.push(...places)
    changes.push(...fix)
    fixed.push(finding)
  }
  changes.sort((one, other) => order[one.kind] - order[other.kind] || compare(other, one))
  const options = { formattingOptions: toFormatting(text) }
  return { text: changes.reduce((json, change) => applyChange(json, change, options.formattingOptions), text), fixed }
}

function applyChange(json: string, change: Change, formattingOptions: FormattingOptions): string {
  if (change.kind === 'write') return json
  if (change.kind === 'set') {
    // The whole value is replaced as it is, without reformatting what surrounds it.
    const found = createNodeFinder(json)(change.steps)?.value
    if (found !== undefined) {
      const content = JSON.stringify(change.value)
      return applyEdits(json, [{ offset: found.offset, length: found.length, content }])
    }
    return applyEdits(json, modify(json, [...change.steps], change.value, { formattingOptions }))
  }
  if (change.kind === 'remove')
    return applyEdits(json, modify(json, [...change.steps], undefined, { formattingOptions }))
  const key = createNodeFinder(json)(change.steps)?.key
  if (key === undefined) return json
  return applyEdits(json, [{ offset: key.offset, length: key.length, content: JSON.stringify(change.key) }])
}

function overlap(one: readonly Step[], other: readonly Step[]): boolean {
  return one.every((step, index) => index >= other.length || step === other[index])
}

/** Later places before earlier ones. */
function compare(one: Change, other: Change): number {
  if (one.kind === 'write' || other.kind === 'write') return 0
  for (const [index, step] of one.steps.entries()) {
    const against = other.steps[index]
    if (typeof step === 'number' && typeof against === 'number' && step !== against) return step - against
    if (step !== against) return 0
  }
  return 0
}

/** Writes as the text is written: its indent and its line ends. */
function toFormatting(text: string): FormattingOptions {
  const indent = /\n([ \t]+)\S/.exec(text)?.[1] ?? '  '
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    keepLines: true,
  }
}
