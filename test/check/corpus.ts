import { check, type Report } from 'deskwright/check'
import { hasShared, readShared } from '../conformance/shared.ts'

/** A document of a public backend, and what the real client says of it. */
export interface Sample {
  readonly file: string
  readonly document: 'widgets' | 'apps' | 'agents'
  readonly verdict: string
}

/** Whether the documents of public backends are there. */
export const hasCorpus = hasShared('corpus')

/** The documents of public backends. */
export const samples: readonly Sample[] = hasCorpus ? listSamples() : []

/** Checks a sample; apps beside the widgets of their folder. */
export async function checkSample({ file, document }: Sample): Promise<Report> {
  const name = file.replace(/(?:apps|templates)(?=(?:@[^.]*)?\.json$)/, 'widgets')
  const beside =
    document === 'apps' ? samples.find((one) => one.document === 'widgets' && one.file === name) : undefined
  const widgets = beside === undefined ? {} : { widgets: readShared(`corpus/${beside.file}`) }
  return await check({ ...widgets, [document]: readShared(`corpus/${file}`) })
}

function listSamples(): readonly Sample[] {
  const [, ...lines] = readShared('corpus/INDEX.tsv').trimEnd().split('\n')
  return lines.map((line) => {
    const [file = '', , , kind = '', , , , , verdict = ''] = line.split('\t')
    return { file, verdict, document: kind === 'templates' ? 'apps' : (kind as Sample['document']) }
  })
}
