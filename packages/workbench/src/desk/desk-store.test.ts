import { expect, test } from 'vitest'
import { addTab, moveTab, removeTab, renameTab } from './change-tabs.ts'
import { countIds } from './desk.fixture.ts'
import { createDeskStore } from './desk-store.ts'

function toStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}

test('a desk is there again with the tab that was shown', () => {
  const storage = toStorage()
  const first = createDeskStore({ storage, createId: countIds() })
  first.create('Rates')
  first.change((desk) => addTab(desk, 'Curve'))
  first.showTab('curve')
  const second = createDeskStore({ storage, createId: countIds() })
  expect(second.desk.value).toEqual(first.desk.value)
  expect(second.tab.value?.name).toBe('Curve')
})

test('a change is taken back', () => {
  const store = createDeskStore({ storage: toStorage(), createId: countIds() })
  store.create('Rates')
  const before = store.desk.value
  expect(store.canUndo.value).toBe(false)
  store.change((desk) => addTab(desk, 'Curve'))
  store.undo()
  expect([store.desk.value, store.canUndo.value]).toEqual([before, false])
})

test('a change that changes nothing is none', () => {
  const store = createDeskStore({ storage: toStorage(), createId: countIds() })
  store.create('Rates')
  store.change((desk) => desk)
  expect([store.desk.value?.changed, store.canUndo.value]).toEqual([false, false])
})

test('a browser without room says so', () => {
  const setItem = () => {
    throw new TypeError('no room')
  }
  const store = createDeskStore({ storage: { ...toStorage(), setItem }, createId: countIds() })
  expect(store.trouble.value).toBe('This browser does not keep the desks: no room')
})

test.each(['nonsense', '[]', '{"desks":[null,{"id":"a"},{"id":"b","groups":[],"tabs":[{}]}]}'])(
  'what was kept broken (%s) is no desk',
  (text) => {
    const store = createDeskStore({ storage: { ...toStorage(), getItem: () => text }, createId: countIds() })
    expect(store.desks.value).toEqual([])
  },
)

test('tabs are added, renamed, moved and removed', () => {
  const store = createDeskStore({ storage: toStorage(), createId: countIds() })
  store.create('Rates')
  const names = () => store.desk.value?.tabs.map(({ id, name }) => `${id}=${name}`)
  store.change((desk) => addTab(desk, 'Curve'))
  expect(names()).toEqual(['tab-1=Tab 1', 'curve=Curve'])
  store.change((desk) => renameTab(desk, 'curve', ' Swaps '))
  store.change((desk) => renameTab(desk, 'tab-1', ' '))
  store.change((desk) => moveTab(desk, 'curve', 0))
  expect(names()).toEqual(['curve=Swaps', 'tab-1=Tab 1'])
  store.change((desk) => addTab(desk, '2024'))
  store.change((desk) => removeTab(desk, 'curve'))
  expect(names()).toEqual(['tab-1=Tab 1', 'tab-2024=2024'])
})
