import { readDocuments } from 'deskwright/spec'
import { describe, expect, test } from 'vitest'
import { hasShared, readShared } from './shared.ts'

const folder = 'captures/reference-backend'
const present = hasShared(folder)
const readCapture = (name: string): unknown => JSON.parse(readShared(`${folder}/${name}.json`))

describe.runIf(present)("the official example's documents", () => {
  const reading = present ? readDocuments({ widgets: readCapture('widgets'), apps: readCapture('apps') }) : undefined

  test('are 45 widgets and an app, without an error', () => {
    expect(Object.keys(reading?.widgets ?? {})).toHaveLength(45)
    expect(reading?.apps).toHaveLength(1)
    expect(reading?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('are read into documents that need no second reading', () => {
    const { diagnostics: _first, ...documents } = reading ?? { diagnostics: [] }
    const { diagnostics: _second, ...again } = readDocuments(documents)
    expect(again).toEqual(documents)
  })
})
