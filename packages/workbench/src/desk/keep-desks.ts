import type { Desk } from './desk.ts'

/** What this browser keeps. */
export interface KeptDesks {
  readonly desks: readonly Desk[]
  readonly current?: string | undefined
  /** The tab last shown of each desk. */
  readonly tabs: Readonly<Record<string, string>>
}

const key = 'workbench.desks'
/** Grows when what is kept changes its form; what has another form is left alone under its own key. */
const version = 1

/** Reads the desks that this browser kept; none when there are none, or they cannot be read. */
export function readDesks(storage: Pick<Storage, 'getItem'>): KeptDesks {
  try {
    const kept = JSON.parse(storage.getItem(`${key}.${version}`) ?? '{}') as Partial<KeptDesks>
    return { desks: (kept.desks ?? []).filter(isDesk), current: kept.current, tabs: kept.tabs ?? {} }
  } catch {
    return { desks: [], tabs: {} }
  }
}

/** Keeps the desks, and says why it could not. */
export function keepDesks(storage: Pick<Storage, 'setItem'>, kept: KeptDesks): string | undefined {
  try {
    storage.setItem(`${key}.${version}`, JSON.stringify(kept))
    return undefined
  } catch (error) {
    return `This browser does not keep the desks: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Whoever edits the storage by hand may break it: a broken desk is not worth a broken page. */
function isDesk(value: unknown): value is Desk {
  const desk = value as Partial<Desk> | null
  return (
    typeof desk?.id === 'string' &&
    Array.isArray(desk.groups) &&
    Array.isArray(desk.tabs) &&
    desk.tabs.every(({ items }) => Array.isArray(items))
  )
}
