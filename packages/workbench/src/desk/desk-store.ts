import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { type Desk, itemsOf, mapItems, type Tab } from './desk.ts'
import { keepDesks, readDesks } from './keep-desks.ts'
import { toEmptyDesk } from './new-desk.ts'
import { viewOf, withView } from './table-view.ts'

/** The desks of this browser, and which one is on the screen. */
export interface DeskStore {
  readonly desks: ReadonlySignal<readonly Desk[]>
  /** The desk on the screen; absent when there is none. */
  readonly desk: ReadonlySignal<Desk | undefined>
  /** The tab on the screen. */
  readonly tab: ReadonlySignal<Tab | undefined>
  /** Why the desks are not kept: the browser refuses, or has no room. */
  readonly trouble: ReadonlySignal<string | undefined>
  readonly canUndo: ReadonlySignal<boolean>
  /** Shows a desk, adding it if it is new. */
  open(desk: Desk): void
  show(id: string): void
  showTab(id: string): void
  /** Adds an empty desk and shows it. */
  create(name: string): void
  /** Adds a desk and shows it, as a change that can be taken back. */
  add(desk: Desk): void
  /** Removes a desk and shows the one before it, as a change that can be taken back. */
  remove(id: string): void
  /** Changes the desk on the screen. Changed values of params and looks at tables are no change of the desk, and are not taken back. */
  change(change: (desk: Desk) => Desk, what?: 'desk' | 'values'): void
  /** Puts a desk in the place of the one with its id, without marking it changed. */
  replace(desk: Desk): void
  /** Takes back the last change: of the desk on the screen, or of which desks there are. */
  undo(): void
}

/** What a store needs from outside. */
export interface DeskStoreOptions {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  readonly createId: () => string
}

/** What a change was: the desk before it, or where a desk was that is removed; nothing of one that was added. */
interface Past {
  readonly id: string
  readonly before?: Desk
  readonly at?: number
}

/** How many changes can be taken back. */
const remembered = 50

/** Creates the store with what this browser kept; what changes is kept at once. */
export function createDeskStore({ storage, createId }: DeskStoreOptions): DeskStore {
  const kept = readDesks(storage)
  const desks = signal<readonly Desk[]>(kept.desks)
  const current = signal(kept.current)
  const tabs = signal<Readonly<Record<string, string>>>(kept.tabs)
  const past = signal<readonly Past[]>([])
  const trouble = signal<string>()
  const desk = computed(() => desks.value.find(({ id }) => id === current.value) ?? desks.value[0])
  const tab = computed(() => {
    const chosen = desk.value === undefined ? undefined : tabs.value[desk.value.id]
    return desk.value?.tabs.find(({ id }) => id === chosen) ?? desk.value?.tabs[0]
  })
  const put = (next: Desk) => {
    desks.value = desks.peek().map((entry) => (entry.id === next.id ? next : entry))
  }
  const remember = (change: Past) => {
    past.value = [...past.peek(), change].slice(-remembered)
  }
  const drop = (id: string) => {
    const at = desks.peek().findIndex((entry) => entry.id === id)
    const isShown = desk.peek()?.id === id
    desks.value = desks.peek().filter((entry) => entry.id !== id)
    if (isShown) current.value = desks.peek()[Math.max(at - 1, 0)]?.id
  }
  /** The last change that can be taken back here. */
  const last = computed(() => past.value.findLast(({ id, at }) => at !== undefined || id === desk.value?.id))
  effect(() => {
    trouble.value = keepDesks(storage, { desks: desks.value, current: current.value, tabs: tabs.value })
  })

  return {
    desks,
    desk,
    tab,
    trouble,
    canUndo: computed(() => last.value !== undefined),
    open(next) {
      batch(() => {
        if (desks.peek().some(({ id }) => id === next.id)) put(next)
        else desks.value = [...desks.peek(), next]
        current.value = next.id
      })
    },
    show(id) {
      current.value = id
    },
    showTab(id) {
      const shown = desk.peek()
      if (shown !== undefined) tabs.value = { ...tabs.peek(), [shown.id]: id }
    },
    create(name) {
      this.open(toEmptyDesk(createId(), name))
    },
    add(next) {
      batch(() => {
        this.open(next)
        remember({ id: next.id })
      })
    },
    remove(id) {
      const at = desks.peek().findIndex((entry) => entry.id === id)
      const before = desks.peek()[at]
      if (before === undefined) return
      batch(() => {
        drop(id)
        remember({ id, before, at })
      })
    },
    change(change, what = 'desk') {
      const before = desk.peek()
      const after = before === undefined ? undefined : change(before)
      if (before === undefined || after === undefined || after === before) return
      if (what === 'values') return put(after)
      batch(() => {
        remember({ id: before.id, before })
        put({ ...after, changed: true })
      })
    },
    replace: put,
    undo() {
      const change = last.peek()
      if (change === undefined) return
      const { id, before, at } = change
      batch(() => {
        past.value = past.peek().filter((entry) => entry !== change)
        if (before === undefined) drop(id)
        else if (at === undefined) put(withChosenOf(before, desk.peek()))
        else {
          desks.value = desks.peek().toSpliced(at, 0, before)
          current.value = id
        }
      })
    },
  }
}

/** Values and looks at tables stay when a change is taken back. */
function withChosenOf(before: Desk, now: Desk | undefined): Desk {
  const current = new Map((now === undefined ? [] : itemsOf(now)).map((item) => [item.id, item]))
  return mapItems(before, (item) => {
    const { values, ...rest } = current.get(item.id) ?? item
    const seen = withView(item, viewOf({ ...rest, values }))
    return values === seen.values ? seen : { ...seen, values }
  })
}
