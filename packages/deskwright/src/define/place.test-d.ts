import { expectTypeOf, test } from 'vitest'
import { app, type App } from './app.ts'
import { group, type GroupDefinition } from './group.ts'
import { param } from './param.ts'
import { place, type Place } from './place.ts'
import { prompt } from './prompt.ts'
import { table } from './widgets/table.ts'

const symbol = param.text('Symbol', { value: 'AAPL' })
const sides = param.text('Sides', { options: ['buy', 'sell'], multiSelect: true })
const prices = table({ name: 'Prices', params: { symbol, sides }, load: () => [] })

test('a place starts with values of its own parameters', () => {
  expectTypeOf([
    place(prices, { w: 10, state: { params: { symbol: 'MSFT', sides: ['buy'] }, paramOrder: ['symbol'] } }),
    place('rich_note_1', { x: 0, y: 0, w: 10, h: 4, state: { storage: { text: 'Hello' } } }),
  ]).toExtend<Place[]>()
})

test('a layout is rows of widgets, single widgets and places', () => {
  const tabs = { One: [[prices, place(prices, { w: 10 })], prices, place(prices, { x: 0, y: 9 })] }
  expectTypeOf(app({ name: 'A', tabs })).toEqualTypeOf<App>()
})

test('a group starts with a value of its parameter', () => {
  expectTypeOf([
    group(symbol, { defaultValue: 'MSFT', widgets: [prices] }),
    group(sides, { defaultValue: ['sell'] }),
  ]).toEqualTypeOf<GroupDefinition[]>()
})

test('prompts mention widgets', () => {
  const prompts = ['What is new?', prompt`What moved ${prices}?`]
  expectTypeOf(app({ name: 'A', tabs: {}, prompts })).toEqualTypeOf<App>()
})
