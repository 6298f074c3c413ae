import type { Probe } from './probe.ts'
import { probes } from './probes.ts'

/** What to ask and what not: names of probes, and ids of widgets and agents. */
export interface Choice {
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
}

/** What can be chosen besides ids. */
const probeNames: readonly string[] = ['documents', ...probes.map(({ name }) => name)]

/** Takes the probes that are wanted. Ids choose those that ask widgets or agents one by one. */
export function chooseProbes({ only, skip = [] }: Choice): readonly Probe[] {
  const hasIds = only?.some((name) => !probeNames.includes(name)) === true
  const isNarrowed = probes.some(({ name, asksParts }) => asksParts === true && only?.includes(name) === true)
  return probes.filter(
    ({ name, asksParts = false }) =>
      !skip.includes(name) && (only === undefined || only.includes(name) || (hasIds && !isNarrowed && asksParts)),
  )
}

/** Whether a widget or an agent is to be asked. */
export function isChosen(id: string, { only, skip = [] }: Choice): boolean {
  const ids = only?.filter((name) => !probeNames.includes(name)) ?? []
  return !skip.includes(id) && (ids.length === 0 || ids.includes(id))
}

/** Whether what a probe judges is wanted, for answers that another one asked for. */
export function isJudged(probe: string, { only, skip = [] }: Choice): boolean {
  const isWanted = only === undefined || only.some((name) => name === probe || !probeNames.includes(name))
  return isWanted && !skip.includes(probe)
}
