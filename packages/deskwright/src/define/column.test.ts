import { expect, test } from 'vitest'
import { column } from './column.ts'
import { param } from './param.ts'

const symbol = param.text('Symbol')

test.each([
  ['text', column.text('H'), { cellDataType: 'text' }],
  ['number', column.number('H'), { cellDataType: 'number' }],
  ['integer', column.integer('H'), { cellDataType: 'number', formatterFn: 'int' }],
  ['percent', column.percent('H'), { cellDataType: 'number', formatterFn: 'percent' }],
  ['normalizedPercent', column.normalizedPercent('H'), { cellDataType: 'number', formatterFn: 'normalizedPercent' }],
  ['date', column.date('H'), { cellDataType: 'dateString' }],
  ['boolean', column.boolean('H'), { cellDataType: 'boolean' }],
  ['object', column.object('H'), { cellDataType: 'object' }],
])('column.%s says how its cells are shown', (_name, { wire }, expected) => {
  expect(wire).toEqual({ headerName: 'H', ...expected })
})

test('options of the wire are written as they are, and win over what the type says', () => {
  const options = {
    headerTooltip: 'Help',
    align: 'right',
    width: 100,
    minWidth: 50,
    maxWidth: 200,
    hide: true,
    pinned: 'left',
    rowGroup: true,
    aggFunc: 'sum',
    sort: 'desc',
    sortIndex: 1,
    chartDataType: 'series',
    formatterFn: 'none',
    decimalPlaces: 2,
    prefix: '$',
    suffix: ' m',
    enableCellChangeWs: false,
  } as const
  expect(column.integer('H', options).wire).toEqual({ headerName: 'H', cellDataType: 'number', ...options })
})

test('one render function is written as text, several as a list', () => {
  expect(column.number('H', { renderFn: 'greenRed' }).wire.renderFn).toBe('greenRed')
  expect(column.number('H', { renderFn: ['greenRed', 'showCellChange'] }).wire.renderFn).toEqual([
    'greenRed',
    'showCellChange',
  ])
  expect(column.number('H', { renderFn: [] }).wire).not.toHaveProperty('renderFn')
})

test('a click target is kept by reference, and makes the cell clickable', () => {
  const { wire, sets } = column.text('H', { sets: symbol })
  expect(sets).toEqual({ param: symbol })
  expect(sets?.param).toBe(symbol)
  expect(wire).toEqual({ headerName: 'H', cellDataType: 'text', renderFn: 'cellOnClick' })
})

test('a click target may say where its value is, and that the widget itself is fetched', () => {
  const target = { param: symbol, valueField: 'id', forceUpdate: true }
  expect(column.text('H', { sets: target }).sets).toBe(target)
})

test('a click may send text to the agent', () => {
  const sendToAgent = { markdown: 'Why {symbol}?', agentId: 'helper' }
  expect(column.text('H', { sendToAgent }).wire).toMatchObject({
    renderFn: 'cellOnClick',
    renderFnParams: { actionType: 'sendToAgent', sendToAgent },
  })
})

test('colour rules make the cell coloured', () => {
  const colorRules = [{ condition: 'lt', value: 0, color: 'red', fill: true }] as const
  expect(column.number('H', { colorRules, colorValueKey: 'score' }).wire).toMatchObject({
    renderFn: 'columnColor',
    renderFnParams: { colorRules, colorValueKey: 'score' },
  })
})

test('a hover card needs no settings, and takes some', () => {
  expect(column.hoverCard('H').wire).toEqual({
    headerName: 'H',
    cellDataType: 'object',
    renderFn: 'hoverCard',
    renderFnParams: { hoverCard: {} },
  })
  const hoverCard = { cellField: 'name', title: 'Issuer', markdown: '{country}' }
  expect(column.hoverCard('H', { hoverCard }).wire.renderFnParams).toEqual({ hoverCard })
  expect(column.text('H', { hoverCard }).wire.renderFn).toBe('hoverCard')
})

test('features add up, each render function once', () => {
  const { wire } = column.number('H', {
    renderFn: ['greenRed', 'hoverCard'],
    sets: symbol,
    colorRules: [{ condition: 'gt', value: 0, color: '#0F0' }],
    hoverCard: {},
  })
  expect(wire.renderFn).toEqual(['greenRed', 'hoverCard', 'cellOnClick', 'columnColor'])
  expect(Object.keys(wire.renderFnParams ?? {})).toEqual(['hoverCard', 'colorRules'])
})

test('a sparkline keeps its settings apart from the column', () => {
  const { wire } = column.sparkline('H', {
    type: 'area',
    dataField: 'history',
    options: { stroke: '#08F', markers: { shape: 'circle' } },
    width: 120,
  })
  expect(wire).toEqual({
    headerName: 'H',
    width: 120,
    sparkline: { type: 'area', dataField: 'history', options: { stroke: '#08F', markers: { shape: 'circle' } } },
  })
  expect(column.sparkline('H', { type: 'bar' }).wire).toEqual({ headerName: 'H', sparkline: { type: 'bar' } })
})
