import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'

/** What the user wants: a theme, or the one of the system. */
export type ThemeChoice = 'system' | 'dark' | 'light'

/** The colours of the page. */
export interface Theme {
  readonly choice: ReadonlySignal<ThemeChoice>
  /** The theme on the screen. */
  readonly shown: ReadonlySignal<'dark' | 'light'>
  choose(choice: ThemeChoice): void
}

const key = 'workbench.theme'
const choices: readonly string[] = ['system', 'dark', 'light']

/** Creates the theme switch, keeps the choice, and colours the page. */
export function createTheme(storage: Pick<Storage, 'getItem' | 'setItem'>): Theme {
  const kept = storage.getItem(key) ?? ''
  const choice = signal<ThemeChoice>(choices.includes(kept) ? (kept as ThemeChoice) : 'system')
  const system = matchMedia('(prefers-color-scheme: light)')
  const systemIsLight = signal(system.matches)
  system.addEventListener('change', ({ matches }) => {
    systemIsLight.value = matches
  })
  const shown = computed(() => (choice.value === 'system' ? (systemIsLight.value ? 'light' : 'dark') : choice.value))
  effect(() => {
    document.documentElement.dataset['theme'] = shown.value
  })
  return {
    choice,
    shown,
    choose(wanted) {
      choice.value = wanted
      storage.setItem(key, wanted)
    },
  }
}
