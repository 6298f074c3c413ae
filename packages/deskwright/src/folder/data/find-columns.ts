import type { Database } from '../../sql/index.ts'
import { countRows } from './read-all.ts'

/** A guess at the columns of a source that holds for every row, and how many rows it has then. */
export interface FoundColumns<Guess> {
  readonly guess: Guess
  readonly rows: number
}

/**
 * Tries guesses at the columns of a source, the cheapest first, until one holds for every row. When none does, it fails as the
 * last one did.
 */
export async function findColumns<Guess>(
  database: Database,
  guesses: readonly (() => Promise<Guess>)[],
  toSource: (guess: Guess) => string,
): Promise<FoundColumns<Guess>> {
  const [make, ...others] = guesses
  try {
    const guess = await make!()
    return { guess, rows: await countRows(database, toSource(guess)) }
  } catch (error) {
    if (others.length === 0) throw error
    return findColumns(database, others, toSource)
  }
}
