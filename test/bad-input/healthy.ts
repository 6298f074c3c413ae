import { expect } from 'vitest'

/** Checks that the widget beside the faulty ones still answers. */
export async function expectHealthy(url: string): Promise<void> {
  const answer = await fetch(`${url}/widgets/healthy`)
  expect([answer.status, await answer.text()]).toEqual([200, '[{"symbol":"AAPL"}]'])
}
