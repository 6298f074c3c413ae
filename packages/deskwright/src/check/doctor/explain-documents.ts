import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import type { FetchedSources, FetchOptions } from '../fetch-sources.ts'
import { explainSilence } from './explain-silence.ts'
import { findElsewhere } from './find-elsewhere.ts'

const unanswered: readonly string[] = ['document-unreachable', 'document-slow']

/** Says why a backend did not give its `widgets.json`, as far as that can be found out: one cause instead of its consequences. */
export async function explainDocuments(
  base: string,
  { sources, diagnostics }: FetchedSources,
  options: FetchOptions,
): Promise<readonly Diagnostic[]> {
  const lost = diagnostics.find(({ where, code }) => where === 'widgets.json' && code.startsWith('document-'))
  if (lost !== undefined && unanswered.includes(lost.code)) {
    const cause = await explainSilence(base, Math.min(options.timeout, 5000))
    if (cause !== undefined) return [cause, ...diagnostics.filter(({ code }) => !unanswered.includes(code))]
  }
  const isPage = sources.some(
    ({ document, content }) => document === 'widgets' && 'text' in content && /^\s*</.test(content.text),
  )
  if (lost?.code !== 'document-status' && !isPage) return diagnostics
  const found = await findElsewhere(base, options)
  if (found === undefined) return diagnostics
  return [...diagnostics, diagnose('advice', 'document-elsewhere', { where: 'widgets.json' }, { url: base, found })]
}
