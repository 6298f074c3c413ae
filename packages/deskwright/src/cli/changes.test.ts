import { describe, expect, it } from 'vitest'
import { createFakeBackend } from '../node/backend.fixture.ts'
import type { Backend } from '../http/backend.ts'
import { toChanges } from './changes.ts'
import { renderChanges } from './output/render-changes.ts'

const plain = (_style: string, text: string) => text

function createDesk(
  widgets: Readonly<Record<string, { name: string; load?: () => unknown }>>,
  apps: string[] = [],
): Backend {
  const fake = createFakeBackend()
  const wire = Object.fromEntries(Object.entries(widgets).map(([id, { name }]) => [id, { name }]))
  const options = Object.fromEntries(Object.entries(widgets).map(([id, widget]) => [id, { options: widget }]))
  return {
    ...fake,
    options: { ...fake.options, widgets: options } as unknown as Backend['options'],
    manifest: {
      ...fake.manifest,
      widgets: wire,
      apps: apps.map((name) => ({ name })),
    } as unknown as Backend['manifest'],
  }
}

describe('toChanges', () => {
  it('finds added, changed and removed widgets and apps', () => {
    const before = createDesk({ a: { name: 'A' }, b: { name: 'B' }, c: { name: 'C' } }, ['One', 'Two'])
    const after = createDesk({ a: { name: 'A' }, b: { name: 'B!' }, d: { name: 'D' } }, ['Two', 'Three'])
    const changes = toChanges(before, after)
    expect(changes).toEqual({
      widgets: { added: ['d'], changed: ['b'], removed: ['c'] },
      apps: { added: ['Three'], changed: [], removed: ['One'] },
    })
    expect(renderChanges(changes, plain)).toBe('Reloaded: widgets +d ~b -c; apps +Three -One')
  })

  it('sees a loader that was rewritten, although Workspace sees the same widget', () => {
    const before = createDesk({ a: { name: 'A', load: () => 1 } })
    const after = createDesk({ a: { name: 'A', load: () => 2 } })
    expect(toChanges(before, after).widgets.changed).toEqual(['a'])
  })

  it('says that nothing changed', () => {
    const desk = createDesk({ a: { name: 'A' } }, ['One'])
    expect(renderChanges(toChanges(desk, desk), plain)).toBe('Reloaded: no widget or app changed')
  })
})
