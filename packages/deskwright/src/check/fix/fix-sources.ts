import { checkSources } from '../check-sources.ts'
import type { Finding } from '../finding.ts'
import type { Report } from '../report.ts'
import type { Source } from '../source.ts'
import { applyFixes } from './apply-fixes.ts'

/** Sources after everything was mended that could be. */
export interface FixedSources {
  readonly sources: readonly Source[]
  readonly fixed: readonly Finding[]
  /** What is left. */
  readonly report: Report
}

/** What was mended can show something else to mend, but not for ever. */
const mostRounds = 10

/** Mends what can be mended without asking, in the texts of one backend. Pure. */
export function fixSources(subject: string, given: readonly Source[]): FixedSources {
  let sources = given
  const fixed: Finding[] = []
  for (let round = 0; ; round += 1) {
    const report = checkSources(subject, sources)
    if (round === mostRounds || report.findings.every(({ fix }) => fix === undefined)) return { sources, fixed, report }
    sources = sources.map((source) => {
      if (!('text' in source.content)) return source
      const findings = report.findings.filter(
        ({ fix, place }) => fix !== undefined && place?.document === source.document,
      )
      const result = applyFixes(source.content.text, findings)
      fixed.push(...result.fixed)
      return { ...source, content: { text: result.text } }
    })
  }
}
