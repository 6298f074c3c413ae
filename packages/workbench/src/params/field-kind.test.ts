import { expect, test } from 'vitest'
import { toFieldKind } from './field-kind.ts'

const options = [{ label: 'A', value: 'a' }]

test.each([
  [{ type: 'text' }, 'text'],
  [{ type: 'text', options }, 'choice'],
  [{ type: 'text', options, multiSelect: true }, 'choice'],
  [{ type: 'text', options: [] }, 'text'],
  [{ type: 'text', multiple: true }, 'tags'],
  [{ type: 'text', multiSelect: true }, 'tags'],
  [{ type: 'text', language: 'sql' }, 'code'],
  [{ type: 'number' }, 'number'],
  [{ type: 'number', options }, 'choice'],
  [{ type: 'boolean', options }, 'boolean'],
  [{ type: 'date' }, 'date'],
  [{ type: 'ticker' }, 'ticker'],
  [{ type: 'endpoint' }, 'remote-choice'],
  [{ type: 'tabs', options }, 'tabs'],
  [{ type: 'form' }, 'form'],
  [{ type: 'button' }, 'button'],
] as const)('%j is drawn as %s', (param, kind) => {
  expect(toFieldKind({ paramName: 'p', ...param })).toBe(kind)
})
