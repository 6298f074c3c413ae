import type { Step } from '../source.ts'

/** Finds the value at a place. */
export function findAt(value: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>(stepInto, value)
}

/** Goes along a path as far as it exists. */
export function toExisting(value: unknown, steps: readonly Step[]): readonly Step[] {
  let current = value
  for (const [index, step] of steps.entries()) {
    if (!hasStep(current, step)) return steps.slice(0, index)
    current = stepInto(current, step)
  }
  return steps
}

/** Writes a place as a JSON pointer. */
export function toPointer(steps: readonly Step[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

function hasStep(value: unknown, step: Step): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
}

function stepInto(value: unknown, step: Step): unknown {
  return hasStep(value, step) ? (value as Readonly<Record<Step, unknown>>)[step] : undefined
}
