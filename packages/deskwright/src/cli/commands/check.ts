import { writeFile } from 'node:fs/promises'
import { check, type CheckOptions } from '../../check/check.ts'
import { checkSources } from '../../check/check-sources.ts'
import { fixSources } from '../../check/fix/fix-sources.ts'
import { renderDiff } from '../../check/fix/render-diff.ts'
import { planRequests } from '../../check/plan-requests.ts'
import type { Report } from '../../check/report.ts'
import { reporters, toJsonReports } from '../../check/reports/reporters.ts'
import type { DocumentName, Source } from '../../check/source.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { toReason } from '../../node/system-error.ts'
import { findTargets, type Target } from '../check-targets.ts'
import type { Invocation } from '../command.ts'
import { openEntry } from '../open-entry.ts'

/** Checks backends, and mends their files when asked. Finds a problem when one has an error left. */
export async function runCheck({ arguments: what, options, terminal }: Invocation): Promise<number> {
  const { verbose = false, format = 'text', fix = false, 'dry-run': isDry = false } = options
  const headers = Object.fromEntries((options.header ?? []).map(({ name, value }) => [name, value]))
  const asking = { headers, onProgress: terminal.status, ...pickAsking(options) }
  const targets = await findTargets(what)
  if (isDry && !fix && targets.length > 0 && targets.every(({ kind }) => kind === 'url')) {
    const plans: string[] = []
    for (const { subject } of targets) plans.push(...(await planRequests(subject, asking)))
    terminal.result(plans.join('\n'), plans)
    return 0
  }
  const reports: Report[] = []
  for (const target of targets) reports.push(await checkTarget(target))
  const { paintResult: paint, width } = terminal
  const text = reporters[format](reports, { verbose, paint, ...(width === undefined ? {} : { width }) })
  terminal.result(text, toJsonReports(reports))
  return reports.some(({ errors }) => errors.length > 0) ? 1 : 0

  async function checkTarget(target: Target): Promise<Report> {
    const { subject } = target
    if (target.kind === 'url') return await check(subject, asking)
    if (target.kind === 'files')
      return fix ? await mend(subject, target.sources) : checkSources(subject, target.sources)
    const { manifest } = await (await openEntry(subject)).load()
    const { widgets, apps, agents, diagnostics } = manifest
    const sources = Object.entries({ widgets, apps, agents }).map(([document, value]): Source => ({
      document: document as DocumentName,
      name: `${document}.json`,
      content: { value },
    }))
    return checkSources(subject, sources, { diagnostics })
  }

  /** Shows the changes before they are written. */
  async function mend(subject: string, before: readonly Source[]): Promise<Report> {
    const { sources, fixed, report } = fixSources(subject, before)
    const diff = renderDiff(before, sources)
    if (diff !== '') terminal.progress(diff)
    terminal.progress(`${subject}: ${isDry ? 'would mend' : 'mended'} ${fixed.length}`)
    if (isDry) return checkSources(subject, before)
    for (const [index, { name, content }] of sources.entries()) {
      const original = before[index]?.content
      if (!('text' in content) || original === undefined || !('text' in original) || original.text === content.text) {
        continue
      }
      await writeFile(name, content.text).catch((cause: unknown) => {
        throw new DeskwrightError('output-unwritable', { path: name, reason: toReason(cause) }, { cause })
      })
    }
    return report
  }
}

function pickAsking({ only, skip, timeout }: Invocation['options']): CheckOptions {
  return {
    ...(only === undefined ? {} : { only }),
    ...(skip === undefined ? {} : { skip }),
    ...(timeout === undefined ? {} : { timeout: timeout * 1000 }),
  }
}
