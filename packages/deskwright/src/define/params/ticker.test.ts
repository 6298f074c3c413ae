import { expect, test } from 'vitest'
import { decoded } from './decoded.fixture.ts'
import { ticker } from './ticker.ts'

test('a ticker is a symbol as text', () => {
  const symbol = ticker('Symbol', { value: 'AAPL', description: 'A listed company' })
  expect(decoded(symbol, 'MSFT')).toBe('MSFT')
  expect(decoded(symbol)).toBe('AAPL')
  expect(decoded(symbol, {})).toBe('problem: expected text, got {}')
  expect(symbol.wire).toEqual({ type: 'ticker', label: 'Symbol', value: 'AAPL', description: 'A listed company' })
})
