import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFile } from './read-file.ts'

const format = { data_type: 'PDF', filename: 'q1.pdf' }

it('reads the content or the address of a file', () => {
  expect(readFile({ data_format: format, content: 'JVBE' })).toEqual({ name: 'q1.pdf', type: 'pdf', content: 'JVBE' })
  const url = 'https://files.example/q1.pdf'
  expect(readFile({ data_format: format, url })).toEqual({ name: 'q1.pdf', type: 'pdf', url })
  expect(readFile({ data_format: format, file_reference: url })).toHaveProperty('url', url)
})

it('takes the type from the name when there is none, and says so', () => {
  expect(readFile({ data_format: { filename: 'a.csv' }, content: 'YQ==' })).toMatchObject({
    type: 'csv',
    oddity: expect.stringContaining('data_type') as string,
  })
})

it.each([
  [{ error_type: 'not_found', content: 'b.pdf is gone' }, 'b.pdf is gone'],
  [{ error_type: 'gateway_error' }, 'gateway_error'],
  [{ data_format: format }, 'neither content nor url'],
  [{ content: 'abc' }, 'data_type'],
  ['text', 'no file'],
])('says what is wrong with %j', (answer, error) => {
  expect(readFile(answer)).toEqual({ error: expect.stringContaining(error) as string })
})

it('reads anything without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (answer) => {
      const read = readFile(answer)
      expect('error' in read || 'type' in read).toBe(true)
    }),
  )
})
