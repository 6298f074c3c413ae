import { defineBackend, table, type Backend, type BackendOptions, type Params, type Widget } from 'deskwright'
import { expect } from 'vitest'

// any: a bound over every set of params and every result
type AnyWidget = Widget<any, any>

/** A backend of one widget, whose id is `w`. */
export function one(widget: AnyWidget, options: Partial<BackendOptions> = {}): Backend {
  return many({ w: widget }, options)
}

/** A backend of some widgets. */
export function many(widgets: Readonly<Record<string, AnyWidget>>, options: Partial<BackendOptions> = {}): Backend {
  return defineBackend({ name: 'Desk', widgets, ...options })
}

/** A table whose only row is what its loader got. */
export function echo(params: Params): AnyWidget {
  return table({ name: 'Echo', params, load: (values) => [values] })
}

/** Expects that a finding stops the start, and that it says what is wrong and where. */
export function expectError(backend: Backend, where: RegExp, message: RegExp): void {
  expectFinding(backend, /^error$/, where, message)
}

/** Expects a finding: its severity, its place and its words. */
export function expectFinding(backend: Backend, severity: RegExp, where: RegExp, message: RegExp): void {
  const findings = backend.manifest.diagnostics
  expect(findings.map(({ path, ...finding }) => ({ ...finding, where: `${finding.where} ${path}` }))).toContainEqual(
    expect.objectContaining({
      severity: expect.stringMatching(severity) as string,
      where: expect.stringMatching(where) as string,
      message: expect.stringMatching(message) as string,
    }),
  )
}
