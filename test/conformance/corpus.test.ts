import { type Diagnostic, readDocuments, readJson } from 'deskwright/spec'
import { afterAll, describe, expect, test } from 'vitest'
import { hasShared, readShared } from './shared.ts'

interface Sample {
  readonly file: string
  readonly kind: 'widgets' | 'apps' | 'agents'
  readonly verdict: string
}

const present = hasShared('corpus')
const samples: readonly Sample[] = present ? listSamples() : []
const found = new Map(samples.map((sample) => [sample, check(sample)]))

function listSamples(): readonly Sample[] {
  const [, ...lines] = readShared('corpus/INDEX.tsv').trimEnd().split('\n')
  return lines.map((line) => {
    const [file = '', , , kind = '', , , , , verdict = ''] = line.split('\t')
    return { file, verdict, kind: kind === 'templates' ? 'apps' : (kind as Sample['kind']) }
  })
}

/** Reads a document, and holds apps against the widgets beside them. */
function check({ file, kind }: Sample): readonly Diagnostic[] {
  const { document, diagnostics } = readJson(readShared(`corpus/${file}`), `${kind}.json`)
  const besideApps = ({ file: other, kind: otherKind }: Sample) =>
    otherKind === 'widgets' && other === toWidgetsFile(file)
  const widgets = kind === 'apps' ? samples.find(besideApps) : undefined
  const beside = widgets === undefined ? {} : { widgets: readJson(readShared(`corpus/${widgets.file}`), '').document }
  return [...diagnostics, ...readDocuments({ ...beside, [kind]: document }).diagnostics]
}

function toWidgetsFile(file: string): string {
  return file.replace(/(?:apps|templates)(?=(?:@[^.]*)?\.json$)/, 'widgets')
}

const errorsOf = (sample: Sample) => (found.get(sample) ?? []).filter(({ severity }) => severity === 'error')
const labelled = (label: string) => samples.filter(({ verdict }) => verdict.startsWith(label))
const write = ({ where, path, message, hint }: Diagnostic) => `${where} ${path}: ${message} ${hint}`

describe.runIf(present)('documents of public backends', () => {
  test('are all here', () => {
    expect(samples).toHaveLength(276)
    expect(labelled('accept').length + labelled('reject').length + labelled('unlabelled').length).toBe(276)
  })

  test.each(labelled('accept'))('$file is accepted', (sample) => {
    expect(errorsOf(sample).map(write)).toEqual([])
  })

  test.each(labelled('reject'))('$file is refused, with the place, what came and what is allowed', (sample) => {
    const errors = errorsOf(sample)
    expect(errors).not.toEqual([])
    for (const { code, where, path, message, hint } of errors) {
      const place = code === 'json-unreadable' ? message : `${where} › ${path}`
      expect(place).toMatch(/^(?:Line \d+, column \d+: |(?:widget|app) ".+" › \S)/)
      expect(message).toMatch(/ came.*; allowed: .+/)
      expect(hint).not.toBe('')
    }
  })

  test.each(labelled('unlabelled'))(
    '$file has no error but in what a machine could not take out of its page',
    (sample) => {
      expect(errorsOf(sample).filter(({ message }) => !message.includes('UNRESOLVED'))).toEqual([])
    },
  )

  afterAll(() => {
    const counts = new Map<string, number>()
    for (const { severity, code } of [...found.values()].flat()) {
      counts.set(`${severity} ${code}`, (counts.get(`${severity} ${code}`) ?? 0) + 1)
    }
    const lines = [...counts]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([rule, count]) => `${String(count).padStart(5)} ${rule}`)
    process.stdout.write(`findings in ${samples.length} documents of public backends:\n${lines.join('\n')}\n`)
  })
})
