import type { Step } from '../source.ts'

/** One change of a document. */
export type Change =
  /** Writes a value at a place; a key that is missing is added. */
  | { readonly kind: 'set'; readonly steps: readonly Step[]; readonly value: unknown }
  /** Takes a key or an item out. */
  | { readonly kind: 'remove'; readonly steps: readonly Step[] }
  /** Gives the last key another name. */
  | { readonly kind: 'rename'; readonly steps: readonly Step[]; readonly key: string }
  /** Replaces a piece of the text. */
  | { readonly kind: 'write'; readonly offset: number; readonly length: number; readonly text: string }

/** What mends a finding in the file it was found in. */
export type Fix = readonly Change[]
