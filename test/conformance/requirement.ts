import { test } from 'vitest'
import { requirements } from './requirements.ts'
import type { Requirement } from './section.ts'
import { bothWays, type Connect } from './workspace.ts'

const byId = new Map<string, Requirement>(requirements.map((entry) => [entry.id, entry]))

/**
 * Declares the test that verifies a requirement. What asks a backend runs by `.fetch` and over a real socket; a body that
 * takes no `connect` asks nothing, and runs once.
 */
export function requirement(id: string, verify: (connect: Connect) => void | Promise<void>): void {
  const title = `${id} ${byId.get(id)?.text ?? 'is not a requirement'}`
  const ways = verify.length === 0 ? bothWays.slice(0, 1) : bothWays
  for (const { way, connect } of ways) {
    test(verify.length === 0 ? title : `${title} [${way}]`, () => verify(connect))
  }
}
