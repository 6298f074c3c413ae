import type { Paint } from '../../errors/render.ts'
import type { Changes, Difference } from '../changes.ts'

const signs = { added: '+', changed: '~', removed: '-' } as const
const styles = { added: 'cyan', changed: 'yellow', removed: 'red' } as const

/** Writes what a new version changed, on one line. */
export function renderChanges({ widgets, apps }: Changes, paint: Paint): string {
  const parts = [toPart('widgets', widgets, paint), toPart('apps', apps, paint)].filter((part) => part !== undefined)
  return `Reloaded: ${parts.length === 0 ? 'no widget or app changed' : parts.join('; ')}`
}

function toPart(noun: string, difference: Difference, paint: Paint): string | undefined {
  const items = (['added', 'changed', 'removed'] as const).flatMap((kind) =>
    difference[kind].map((key) => paint(styles[kind], `${signs[kind]}${key}`)),
  )
  return items.length === 0 ? undefined : `${noun} ${items.join(' ')}`
}
