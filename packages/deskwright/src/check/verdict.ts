import type { Finding } from './finding.ts'
import type { DocumentName } from './source.ts'

/** How much of one document Workspace will load. */
export interface Count {
  /** How many parts came. */
  readonly total: number
  /** How many of them Workspace will load and can work with. */
  readonly loaded: number
  /** The parts whose errors cost something, as findings name them. */
  readonly causes: readonly string[]
}

/** What Workspace will load. A document that was not checked is absent. */
export type Verdict = { readonly [Name in DocumentName]?: Count }

const nouns = { widgets: 'widget', apps: 'app', agents: 'agent' } as const

/** Counts what Workspace will load of documents with so many parts. */
export function toVerdict(totals: { readonly [Name in DocumentName]?: number }, findings: readonly Finding[]): Verdict {
  const verdict: { [Name in DocumentName]?: Count } = {}
  for (const [name, total] of Object.entries(totals) as [DocumentName, number][]) {
    const costly = findings.filter(({ loses }) => loses === `all ${name}` || loses === nouns[name])
    const causes = [...new Set(costly.map(({ where }) => where))]
    const isAllLost = costly.some(({ loses }) => loses === `all ${name}`)
    verdict[name] = { total, loaded: isAllLost ? 0 : Math.max(0, total - causes.length), causes }
  }
  return verdict
}

/** Says what Workspace will load, in one sentence a document. */
export function describeVerdict(verdict: Verdict): string {
  return (Object.entries(verdict) as [DocumentName, Count][]).map(([name, count]) => describe(name, count)).join(' ')
}

function describe(name: DocumentName, { total, loaded, causes }: Count): string {
  const noun = total === 1 ? nouns[name] : name
  if (causes.length === 0) {
    return total === 0
      ? `There are no ${name}.`
      : `Workspace will load ${total === 1 ? 'the' : `all ${total}`} ${noun}.`
  }
  const because = `: ${causes.slice(0, 3).join(', ')}${causes.length > 3 ? ` and ${causes.length - 3} more` : ''}`
  if (loaded > 0 || total - causes.length === 0) return `Workspace will load ${loaded} of ${total} ${name}${because}.`
  if (total === 0) return `Workspace will load no ${name}${because} cannot be read.`
  const others = total > causes.length ? `, and one of them costs all ${total}` : ''
  return `Workspace will load none of ${total} ${noun}${because} ${causes.length === 1 ? 'is' : 'are'} refused${others}.`
}
