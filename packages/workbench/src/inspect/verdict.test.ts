import { readDocuments } from 'deskwright/spec'
import { describe, expect, test } from 'vitest'
import type { BackendState } from '../connect/backend-state.ts'
import { toVerdict } from './verdict.ts'

const good = { name: 'A', description: 'x', type: 'table', endpoint: 'a' }

function stateOf(widgets: unknown, apps: unknown = []): BackendState {
  const { widgets: read = {}, apps: readApps = [], agents = {}, diagnostics } = readDocuments({ widgets, apps })
  return { status: 'connected', backend: { widgets: read, apps: readApps, agents, diagnostics, received: {} } }
}

describe('the verdict', () => {
  test('accepts what is right', () => {
    expect(toVerdict(stateOf({ a: good, b: good }))).toMatchObject({
      accepted: true,
      message: 'Workspace would accept it: 2 widgets and 0 apps.',
    })
  })

  test('refuses all widgets for one that is wrong', () => {
    const verdict = toVerdict(stateOf({ a: good, b: { ...good, type: 'tabel' } }))
    expect(verdict).toMatchObject({ accepted: false, message: 'Workspace would refuse it as a whole.' })
    expect(verdict?.lost[0]).toBe('All 2 widgets would be lost, for widget "b" is refused.')
  })

  test('keeps the widgets when an app is wrong', () => {
    const verdict = toVerdict(stateOf({ a: good }, [{ name: 'Desk', tabs: 3 }]))
    expect(verdict?.accepted).toBe(true)
    expect(verdict?.lost[0]).toContain('app "Desk"')
  })

  test('says what Workspace says of a backend that does not answer', () => {
    const failure = { kind: 'refused', url: '', message: '', hint: '', workspaceSays: 'Failed to fetch' } as const
    expect(toVerdict({ status: 'failed', failure })).toEqual({
      accepted: false,
      message: 'Workspace would say: Failed to fetch.',
      lost: [],
    })
  })
})
