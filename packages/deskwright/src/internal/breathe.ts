/** How long work may go on before others get their turn, in milliseconds. */
const turnTime = 8

/**
 * Creates a pause for long work that never waits for anything: awaited between its parts, it lets the event loop turn when
 * the last turn was some time ago, and else goes on at once.
 */
export function createBreather(): () => Promise<void> | undefined {
  let turnedAt = performance.now()
  const takeTurn = async () => {
    await waitForTurn()
    turnedAt = performance.now()
  }
  return () => (performance.now() - turnedAt < turnTime ? undefined : takeTurn())
}

let turns: Promise<void> = Promise.resolve()

/** Waits for a turn of the loop. Of all who wait only one goes on in each, or their works would add up. */
function waitForTurn(): Promise<void> {
  turns = turns.then(() => new Promise((resolve) => void setTimeout(resolve)))
  return turns
}
