import { describe, expect, test } from 'vitest'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { bothWays } from './both-ways.fixture.ts'
import { backendOf, route } from './manifest.fixture.ts'

const address = 'db.internal:5432'
const down = () => {
  throw new DeskwrightError('sql-unreachable', { address, reason: 'connect ECONNREFUSED', retryAfter: 5 })
}
const slow = () => {
  throw new DeskwrightError('sql-timed-out', { timeout: 10 })
}

describe.each(bothWays)('by $way', ({ connect }) => {
  test('what is out of reach for the moment answers 503 and when to try again, without the address', async () => {
    const send = await connect(backendOf([route({ load: down })]).fetch)
    const answer = await send('/rows')
    expect(answer.status).toBe(503)
    expect(answer.headers.get('Retry-After')).toBe('5')
    const { detail } = (await answer.json()) as { detail: string }
    expect(detail).toContain('cannot answer now: The database cannot be reached.')
    expect(detail).not.toContain(address)
  })

  test('what takes too long answers 504', async () => {
    const send = await connect(backendOf([route({ load: slow })]).fetch)
    const answer = await send('/rows')
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([504, null])
  })

  test('in dev the answer says what is out of reach', async () => {
    const send = await connect(backendOf([route({ load: down })], {}, { dev: true }).fetch)
    expect(((await (await send('/rows')).json()) as { detail: string }).detail).toContain(address)
  })
})
