import { DeskwrightError } from '../errors/deskwright-error.ts'
import { renderDiagnostics } from '../errors/render.ts'
import type { Manifest } from '../manifest/manifest.ts'

/** Refuses whatever is asked of a backend with errors. @throws DeskwrightError `backend-broken`, with all of them. */
export function refuseAll({ name, diagnostics }: Manifest): never {
  const report = renderDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'))
  throw new DeskwrightError('backend-broken', { name, report })
}
