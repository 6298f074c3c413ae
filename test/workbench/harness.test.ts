import { afterAll, beforeAll, expect, it } from 'vitest'
import { openHarness, type Harness } from './harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
afterAll(async () => await harness.close())

it('says which type it has no renderer for', async () => {
  const { mount, troubles } = await harness.open()
  await expect(mount('crystal_ball', [])).rejects.toThrow('There is no renderer for crystal_ball')
  expect(troubles).toEqual([])
})
