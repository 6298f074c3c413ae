import { describe, expect, test } from 'vitest'
import { catalogue } from '../../errors/catalogue.ts'
import { documentErrors } from '../../errors/catalogue/document.ts'
import { desk } from '../desk.fixture.ts'
import { replaceAt } from '../replace-at.fixture.ts'
import { crossCheck, type CrossCheckInput } from './cross-check.ts'
import { appSlips } from './app-slips.fixture.ts'
import { type Change, widgetSlips } from './slips.fixture.ts'

const slips = [...widgetSlips, ...appSlips]

const check = (...changes: readonly Change[]) => {
  const changed = changes.reduce<unknown>((documents, [path, value]) => replaceAt(documents, path, value), desk)
  return crossCheck(changed as CrossCheckInput).map(({ severity, code, where, path }) =>
    `${severity} ${code} ${where} ${path}`.trim(),
  )
}

describe('documents held against each other', () => {
  test('are sound when the backend is', () => {
    expect(crossCheck(desk)).toEqual([])
    expect(crossCheck({ widgets: {} })).toEqual([])
  })

  for (const [title, changes, ...found] of slips) {
    test(`show ${title}`, () => {
      expect(check(...changes)).toEqual(found)
    })
  }

  test('say nothing about agents when they are not known', () => {
    const apps = [{ ...desk.apps[0]!, selected_agent: 'other' }]
    expect(crossCheck({ widgets: desk.widgets, apps })).toEqual([])
  })

  test('are held against every rule by these slips', () => {
    const shape = /^(?:json-|document-|key-|value-)|^(?:params-ignored|multiple-not-text|app-id|agent-id)$/
    const crossed = Object.keys(documentErrors).filter((code) => !shape.test(code))
    const shown = new Set(slips.flatMap(([, , ...found]) => found.map((finding) => finding.split(' ')[1])))
    expect(crossed.filter((code) => !shown.has(code))).toEqual([])
    expect(Object.keys(catalogue)).toEqual(expect.arrayContaining(crossed))
  })
})
