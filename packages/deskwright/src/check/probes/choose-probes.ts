import type { Probe } from './probe.ts'
import { probes } from './probes.ts'

/** What to ask and what not: names of probes, and ids of widgets. */
export interface Choice {
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
}

/** What can be chosen besides ids of widgets. */
const probeNames: readonly string[] = ['documents', ...probes.map(({ name }) => name)]

/** Takes the probes that are wanted. Ids of widgets choose those that ask widgets. */
export function chooseProbes({ only, skip = [] }: Choice): readonly Probe[] {
  const asksWidgets = only?.some((name) => !probeNames.includes(name)) === true
  return probes.filter(
    ({ name }) =>
      !skip.includes(name) && (only === undefined || only.includes(name) || (asksWidgets && name === 'widgets')),
  )
}

/** Whether a widget is to be asked. */
export function isChosen(id: string, { only, skip = [] }: Choice): boolean {
  const ids = only?.filter((name) => !probeNames.includes(name)) ?? []
  return !skip.includes(id) && (ids.length === 0 || ids.includes(id))
}
