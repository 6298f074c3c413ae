import { expect, test } from 'vitest'
import { findNextRefetch } from './next-refetch.ts'

const now = new Date(2026, 2, 31, 12, 7).getTime()

test('a number is milliseconds, none is a quarter of an hour, false is never', async () => {
  expect(await findNextRefetch(5000, now)).toEqual({ at: now + 5000 })
  expect(await findNextRefetch(undefined, now)).toEqual({ at: now + 900_000 })
  expect(await findNextRefetch(false, now)).toEqual({})
})

test('a cron text is the next of its times, on the clock of the user', async () => {
  expect(await findNextRefetch('*/10 * * * *', now)).toEqual({ at: new Date(2026, 2, 31, 12, 10).getTime() })
})

test('a text that is no cron is said to be none', async () => {
  const found = await findNextRefetch('every day', now)
  expect(found.at).toBeUndefined()
  expect(found.problem).toContain('"every day" is no cron text')
})
