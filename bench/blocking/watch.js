// Watches an event loop from inside: how long it was stopped at most, by the clock and by the work that was done meanwhile.
import { closeSync, openSync, readSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 1 // milliseconds

/** Starts watching; `stop` says the longest stop in milliseconds. `work` leaves out when other programs had the processor. */
export function watch() {
  const delay = monitorEventLoopDelay({ resolution })
  const clock = openClock()
  let longest = 0
  let before = clock.read()
  const timer = setInterval(() => {
    const now = clock.read()
    longest = Math.max(longest, now - before)
    before = now
  }, resolution)
  delay.enable()
  return () => {
    clearInterval(timer)
    delay.disable()
    clock.close()
    return { clock: Math.max(0, delay.max / 1e6 - resolution), work: longest }
  }
}

/** The processor time of the main thread. Linux tells it; elsewhere it is the time of the clock. */
function openClock() {
  if (process.platform !== 'linux') return { read: () => performance.now(), close: () => {} }
  const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r')
  const buffer = Buffer.alloc(64)
  return {
    read: () => Number(buffer.latin1Slice(0, readSync(file, buffer, 0, 64, 0)).split(' ')[0]) / 1e6,
    close: () => closeSync(file),
  }
}
