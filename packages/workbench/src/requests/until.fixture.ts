import { effect, type ReadonlySignal } from '@preact/signals'

/** Waits until a signal has a value that passes. */
export async function until<T>(source: ReadonlySignal<T>, passes: (value: T) => boolean): Promise<T> {
  return await new Promise((resolve) => {
    let stop: (() => void) | undefined
    let done = false
    stop = effect(() => {
      const { value } = source
      if (done || !passes(value)) return
      done = true
      resolve(value)
      stop?.()
    })
    if (done) stop()
  })
}
