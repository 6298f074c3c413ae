import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrors } from '../../errors/diagnostic.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { summarizeDiagnostics } from '../../errors/render.ts'
import { toReason } from '../../node/system-error.ts'
import type { Invocation } from '../command.ts'
import { openEntry } from '../open-entry.ts'
import { createFindingsReport } from '../output/report-findings.ts'

/** Writes the three documents of a backend as files. Writes nothing when the backend has errors. */
export async function runExport({ arguments: [entry = ''], options, terminal }: Invocation): Promise<number> {
  const { out } = options
  if (out === undefined) {
    throw new DeskwrightError('option-missing', {
      option: '--out',
      value: 'folder',
      because: 'the documents need a place',
    })
  }
  const { name, manifest } = await (await openEntry(entry)).load()
  const { widgets, apps, agents, diagnostics } = manifest
  if (hasErrors(diagnostics)) {
    throw new DeskwrightError('backend-invalid', { name, summary: summarizeDiagnostics(diagnostics) }, { diagnostics })
  }
  createFindingsReport(terminal)(diagnostics)
  const documents = { 'widgets.json': widgets, 'apps.json': apps, 'agents.json': agents }
  const files = Object.keys(documents).map((file) => join(out, file))
  try {
    await mkdir(out, { recursive: true })
    for (const [file, value] of Object.entries(documents)) {
      await writeFile(join(out, file), `${JSON.stringify(value, undefined, 2)}\n`)
    }
  } catch (cause) {
    throw new DeskwrightError('output-unwritable', { path: out, reason: toReason(cause) }, { cause })
  }
  terminal.result(files.join('\n'), { files, diagnostics })
  return 0
}
