import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { BackendOptions } from '../define/backend-options.ts'
import { clock } from '../define/params/decoded.fixture.ts'
import { renderDiagnostics } from '../errors/render.ts'
import { createManifest } from './create-manifest.ts'
import type { Route } from './route.ts'

/** `GOLDEN=write npx vitest run golden` writes what is there now; read the difference before committing it. */
const write = process.env['GOLDEN'] === 'write'
const golden = fileURLToPath(new URL('../../golden', import.meta.url))

test.each(readdirSync(golden).filter((name) => name !== 'faults'))('golden %s', async (name) => {
  const folder = join(golden, name)
  const { default: options } = (await import(join(folder, 'definition.ts'))) as { default: BackendOptions }
  for (const [file, text] of Object.entries(toFiles(options))) {
    if (write) writeFileSync(join(folder, file), text)
    expect(text).toBe(readFileSync(join(folder, file), 'utf8'))
  }
})

function toFiles(options: BackendOptions): Record<string, string> {
  const { widgets, apps, routes, diagnostics } = createManifest(options, clock)
  return {
    'widgets.json': toJson(widgets),
    'apps.json': toJson(apps),
    'routes.txt': routes.map(toLine).join(''),
    'diagnostics.txt': `${renderDiagnostics(diagnostics)}\n`,
  }
}

function toJson(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

function toLine({ path, methods, where, params, raw, form }: Route): string {
  const marks = [raw && 'raw', form && 'form'].filter((mark) => mark !== undefined)
  const names = Object.keys(params).join(' ')
  return (
    `${`${methods.join('|')} ${path}`.padEnd(50)} ${where}${names && ` (${names})`} ${marks.join(' ')}`.trimEnd() + '\n'
  )
}
