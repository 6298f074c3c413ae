import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEvents } from './read-events.ts'

test('events end with a blank line, however lines end', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = [
      'event: one',
      'data: {"a":1}',
      '',
      ': ping',
      '',
      'data: [',
      'data: 2]',
      '',
      'event: lost',
      'data: 3',
    ].join(end)
    expect(readEvents(text)).toEqual({
      events: [
        { name: 'one', data: '{"a":1}' },
        { name: 'one', data: '[\n2]' },
      ],
      rest: `event: lost${end}data: 3`,
    })
  }
})

test('whatever is written as events is read again', () => {
  const event = fc.record({ name: fc.stringMatching(/^[a-zA-Z]\w*$/), data: fc.json() })
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const text = events.map(({ name, data }) => `event: ${name}\ndata: ${data}\n\n`).join('')
      expect(readEvents(text)).toEqual({ events, rest: '' })
    }),
  )
})
