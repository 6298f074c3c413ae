import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { show } from '../internal/show.ts'

/** Keeps what cannot be carried over as it is: as findings, and as comments for the module. */
export interface Notes {
  readonly comments: readonly string[]
  /** Something has no word in the module. It becomes a comment. */
  leave(path: string, value: unknown, reason: string): void
  /** Something is said in another way. */
  change(path: string, value: unknown, now: string): void
}

/** Starts the notes of one widget or app, or of all widgets that share a parameter. */
export function createNotes(wheres: string | readonly string[], report: (finding: Diagnostic) => void): Notes {
  const comments: string[] = []
  const places = [wheres].flat()
  return {
    comments,
    leave(path, value, reason) {
      comments.push(`Left out: ${path || places.join(', ')} ${JSON.stringify(value)} (${reason})`)
      for (const where of places) {
        report(diagnose('warning', 'import-left-out', { where, path }, { what: show(value), reason }))
      }
    },
    change(path, value, now) {
      for (const where of places) {
        report(diagnose('advice', 'import-changed', { where, path }, { what: show(value), now }))
      }
    },
  }
}

/** Leaves out every key that is not among the known ones. */
export function leaveOthers(
  source: object,
  known: readonly string[],
  path: string,
  reason: string,
  notes: Notes,
): void {
  for (const [key, value] of Object.entries(source)) {
    if (value !== undefined && !known.includes(key)) notes.leave(path === '' ? key : `${path}.${key}`, value, reason)
  }
}
