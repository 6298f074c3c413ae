// What all servers send: a hundred rows, ten of which change in every tick, ten ticks a second. All numbers are known beforehand, so
// that a client can tell whether it has the last state.
export const rowCount = 100
export const changesPerTick = 10
export const tickTime = 100

export const toRow = (index, tick) => ({
  id: `R${index}`,
  tick,
  price: 100 + ((tick * 7 + index) % 50) / 10,
  at: now(),
})

/** The rows that change in a tick. */
export function toChanges(tick) {
  return Array.from({ length: changesPerTick }, (_, index) => toRow((tick * changesPerTick + index) % rowCount, tick))
}

/** The last tick in which a row changed. */
export function toLastTick(index, ticks) {
  let last = 0
  for (let tick = 1; tick <= ticks; tick += 1) {
    for (let change = 0; change < changesPerTick; change += 1) {
      if ((tick * changesPerTick + change) % rowCount === index) last = tick
    }
  }
  return last
}

/** Milliseconds since the epoch, more exact than `Date.now()`; the clients run on the same machine. */
export const now = () => performance.timeOrigin + performance.now()
