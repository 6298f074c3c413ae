import type { Finding } from './finding.ts'
import { type DocumentName, documentNames } from './source.ts'

/** How much of one document Workspace will load. */
export interface Count {
  /** How many parts came. */
  readonly total: number
  /** How many of them Workspace will load and can work with. */
  readonly loaded: number
  /** Whether Workspace refuses the whole document. */
  readonly refused: boolean
  /** There when the document did not come at all. */
  readonly missing?: true
  /** The parts whose errors cost something, as findings name them. */
  readonly causes: readonly string[]
}

/** What Workspace will load. A document that was not checked is absent. */
export type Verdict = { readonly [Name in DocumentName]?: Count }

const nouns = { widgets: 'widget', apps: 'app', agents: 'agent' } as const

/** Counts what Workspace will load of documents with so many parts. */
export function toVerdict(totals: { readonly [Name in DocumentName]?: number }, findings: readonly Finding[]): Verdict {
  const verdict: { [Name in DocumentName]?: Count } = {}
  for (const name of documentNames) {
    const costly = findings.filter(({ loses }) => loses === `all ${name}` || loses === nouns[name])
    if (totals[name] === undefined && costly.length === 0) continue
    const total = totals[name] ?? 0
    const causes = [...new Set(costly.map(({ where }) => where))]
    const refused = costly.some(({ loses }) => loses === `all ${name}`)
    const missing = totals[name] === undefined ? { missing: true as const } : {}
    verdict[name] = { total, loaded: refused ? 0 : Math.max(0, total - causes.length), refused, ...missing, causes }
  }
  return verdict
}

/** Says what Workspace will load, in one sentence a document. */
export function describeVerdict(verdict: Verdict): string {
  return (Object.entries(verdict) as [DocumentName, Count][])
    .filter(([name, { total, causes }]) => name === 'widgets' || total > 0 || causes.length > 0)
    .map(([name, count]) => describe(name, count))
    .join(' ')
}

function describe(name: DocumentName, { total, loaded, refused, missing, causes }: Count): string {
  const all = total === 1 ? `the ${nouns[name]}` : `all ${total} ${name}`
  if (causes.length === 0) return total === 0 ? `There are no ${name}.` : `Workspace will load ${all}.`
  const listed = `${causes.slice(0, 3).join(', ')}${causes.length > 3 ? ` and ${causes.length - 3} more` : ''}`
  if (!refused) return `Workspace will load ${loaded} of ${total} ${name}; here is what it will not: ${listed}.`
  if (missing) return `Workspace will load no ${name}: ${name}.json did not come.`
  const isWhole = causes.includes(`${name}.json`)
  const cost = isWhole || causes.length === total ? '' : `, and that costs all of them`
  const none = total === 0 ? `no ${name}` : total === 1 ? `not load the ${nouns[name]}` : `none of the ${total} ${name}`
  const said = total === 1 ? `Workspace will ${none}` : `Workspace will load ${none}`
  return `${said}: ${isWhole ? `${name}.json` : listed} ${!isWhole && causes.length > 1 ? 'are' : 'is'} refused${cost}.`
}
