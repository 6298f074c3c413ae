import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, resolve } from 'node:path'
import { fetchSources } from '../../check/fetch-sources.ts'
import { readSource } from '../../check/read-source.ts'
import type { Source } from '../../check/source.ts'
import { diagnose } from '../../errors/diagnostic.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { importBackend } from '../../import/import-backend.ts'
import { mergeAlike } from '../../import/merge-alike.ts'
import { toTitle } from '../../internal/to-title.ts'
import { toReason } from '../../node/system-error.ts'
import { readDocuments } from '../../spec/read-documents.ts'
import { findTargets } from '../check-targets.ts'
import type { Invocation } from '../command.ts'
import { createFindingsReport } from '../output/report-findings.ts'

/** Where the module looks for the old backend when only its files are known. */
const usualBase = 'http://127.0.0.1:7779'

const timeout = 60_000

/** Writes a module that defines what the documents of a backend say, and asks that backend for the data. */
export async function runImport({ arguments: [what = ''], options, terminal }: Invocation): Promise<number> {
  const { out } = options
  const headers = Object.fromEntries((options.header ?? []).map(({ name, value }) => [name, value]))
  const { subject, sources } = await findSources(what, headers)
  const documents = Object.fromEntries(sources.map((source) => [source.document, readSource(source).value]))
  const reading = readDocuments(documents)
  if (reading.widgets === undefined) throw new DeskwrightError('import-without-widgets', { subject })
  const isUrl = isAddress(what)
  const base = (isUrl ? what : usualBase).replace(/\/*$/, '/')
  const name = toTitle(isUrl ? new URL(what).host : basename(resolve(what)))
  const { text, diagnostics } = importBackend(reading, { name, base })
  const guess = isUrl ? [] : [diagnose('advice', 'import-base-unknown', { where: subject }, { base })]
  const findings = [...reading.diagnostics, ...diagnostics, ...guess]
  createFindingsReport(terminal)(mergeAlike(findings))
  if (out !== undefined) {
    await writeFile(out, text, { flag: 'wx' }).catch((cause: unknown) => {
      throw new DeskwrightError('output-unwritable', { path: out, reason: toReason(cause) }, { cause })
    })
  }
  if (!terminal.json && out !== undefined) terminal.progress(toNextStep(out))
  terminal.result(out ?? text.trimEnd(), { ...(out === undefined ? { text } : { file: out }), diagnostics: findings })
  return 0
}

/** Says what to do with the module. */
function toNextStep(out: string): string {
  const install = isInstalled(out) ? '' : 'npm install deskwright, then '
  return `Next: ${install}deskwright dev ${out}`
}

/** Whether a module would find the library. */
function isInstalled(module: string): boolean {
  try {
    createRequire(resolve(module)).resolve('deskwright/package.json')
    return true
  } catch (error) {
    return (error as { code?: unknown }).code !== 'MODULE_NOT_FOUND'
  }
}

function isAddress(what: string): boolean {
  return /^https?:\/\//i.test(what)
}

interface Found {
  readonly subject: string
  readonly sources: readonly Source[]
}

async function findSources(what: string, headers: Readonly<Record<string, string>>): Promise<Found> {
  if (!isAddress(what)) {
    const [target] = await findTargets([what])
    if (target?.kind !== 'files') throw new DeskwrightError('import-without-widgets', { subject: what })
    return target
  }
  const { signal } = new AbortController()
  const { sources, diagnostics } = await fetchSources(what.replace(/\/+$/, ''), { headers, fetch, timeout, signal })
  if (sources.every(({ document }) => document !== 'widgets')) {
    throw new DeskwrightError('import-without-widgets', { subject: what }, { diagnostics })
  }
  return { subject: what, sources }
}
