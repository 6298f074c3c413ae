import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import type { FetchedSources, FetchOptions } from '../fetch-sources.ts'
import type { Source } from '../source.ts'
import { describePage } from './describe-page.ts'
import { explainSilence } from './explain-silence.ts'
import { findElsewhere } from './find-elsewhere.ts'

const unanswered: readonly string[] = ['document-unreachable', 'document-slow']
const place = { where: 'widgets.json' }
/** Milliseconds that are enough for a step. */
const enough = 5000

/** The documents that are worth reading, and what is wrong with how they came. */
export interface Explained {
  readonly sources: readonly Source[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Says why a backend did not give its `widgets.json`, as far as that can be found out: one cause instead of its consequences. */
export async function explainDocuments(
  base: string,
  { sources, diagnostics }: FetchedSources,
  options: FetchOptions,
): Promise<Explained> {
  const { timeout, signal } = options
  const lost = diagnostics.find(({ where, code }) => where === 'widgets.json' && code.startsWith('document-'))
  if (lost !== undefined && unanswered.includes(lost.code)) {
    const cause = await explainSilence(base, { limit: Math.min(timeout, enough), signal })
    if (cause !== undefined) {
      return { sources, diagnostics: [cause, ...diagnostics.filter(({ code }) => !unanswered.includes(code))] }
    }
  }
  const page = sources.find(({ document, content }) => document === 'widgets' && isPage(content))
  if (lost?.code !== 'document-status' && page === undefined) return { sources, diagnostics }
  const found = await findElsewhere(base, options)
  return {
    // Who answers with a page answers for all documents with it.
    sources: sources.filter(({ content }) => !isPage(content)),
    diagnostics: [
      ...(page === undefined ? [] : [diagnose('error', 'document-page', place, describePage(page))]),
      ...diagnostics,
      ...(found === undefined ? [] : [diagnose('advice', 'document-elsewhere', place, { url: base, found })]),
    ],
  }
}

function isPage(content: Source['content']): boolean {
  return 'text' in content && /^\s*</.test(content.text)
}
