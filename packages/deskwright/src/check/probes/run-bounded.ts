/** Runs tasks, so many at a time, and gives their results in the order of the tasks. */
export async function runBounded<Item, Result>(
  items: readonly Item[],
  limit: number,
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = []
  const left = items.entries()
  await Promise.all(
    Array.from({ length: Math.min(limit, items.length) }, async () => {
      for (const [index, item] of left) results[index] = await run(item)
    }),
  )
  return results
}
