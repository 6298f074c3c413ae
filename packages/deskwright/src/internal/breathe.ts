/** How long work may go on before others get their turn, in milliseconds. */
const turnTime = 8

/**
 * Creates a pause for long work that never waits for anything: awaited between its parts, it lets the event loop turn when
 * the last turn was some time ago, and else goes on at once.
 */
export function createBreather(): () => Promise<void> | undefined {
  let turnedAt = performance.now()
  return () => {
    if (performance.now() - turnedAt < turnTime) return undefined
    return new Promise((resolve) => {
      setTimeout(() => {
        turnedAt = performance.now()
        resolve()
      })
    })
  }
}
