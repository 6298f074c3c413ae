import { expect, test } from 'vitest'
import { decoded } from '../params/decoded.fixture.ts'
import { param } from '../param.ts'
import { omni } from './omni.ts'

const load = (): never => {
  throw new Error('not called')
}

test('a prompt is added when none is declared; absent, it is empty text', () => {
  const { params } = omni({ name: 'O', load })
  expect(decoded((params as { prompt: typeof prompt }).prompt)).toBe('')
  expect(decoded((params as { prompt: typeof prompt }).prompt, 'hello')).toBe('hello')
})

const prompt = param.text('SQL', { language: 'sql', value: 'select 1' })

test('a declared prompt is kept', () => {
  expect(omni({ name: 'O', params: { prompt }, load }).params.prompt).toBe(prompt)
})

test('two widgets do not share the prompt that is added', () => {
  const [one, other] = [omni({ name: 'O', load }), omni({ name: 'O', load })]
  expect(Object.values(one.params)[0]).not.toBe(Object.values(other.params)[0])
})
