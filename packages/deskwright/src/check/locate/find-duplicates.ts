import { visit } from 'jsonc-parser'
import type { Step } from '../source.ts'

/** A key that is lost because it stands in its object once more. */
export interface DuplicateKey {
  readonly key: string
  /** The object, and the key. */
  readonly steps: readonly Step[]
  /** Where the lost key stands. */
  readonly offset: number
  readonly length: number
  /** Where the one stands that counts. */
  readonly winner: number
}

/** Finds keys that stand twice in one object of a JSON text that was parsed to `value`. */
export function findDuplicates(json: string, value: unknown): readonly DuplicateKey[] {
  // Walking a large text is slow, counting is not.
  if (countKeysOfText(json) === countKeys(value)) return []
  const open: Map<string, { offset: number; length: number }>[] = []
  const found: DuplicateKey[] = []
  visit(json, {
    onObjectBegin: () => void open.push(new Map()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(key, offset, length, _line, _column, toPath) {
      const seen = open.at(-1)
      const lost = seen?.get(key)
      if (lost !== undefined) found.push({ key, steps: [...toPath(), key], ...lost, winner: offset })
      seen?.set(key, { offset, length })
    },
  })
  return found
}

function countKeysOfText(json: string): number {
  let count = 0
  for (const [, isKey] of json.matchAll(/"(?:[^"\\]|\\.)*"([ \t\r\n]*:)?/g)) if (isKey !== undefined) count += 1
  return count
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts = Object.values(value)
  return parts.reduce<number>((sum, part) => sum + countKeys(part), Array.isArray(value) ? 0 : parts.length)
}
