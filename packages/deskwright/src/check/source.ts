/** The documents of a backend. */
export const documentNames = ['widgets', 'apps', 'agents'] as const

/** A document of a backend. */
export type DocumentName = (typeof documentNames)[number]

/** A document as it came. */
export interface Source {
  /** Which document it is. */
  readonly document: DocumentName
  /** The file or URL it came from, as reports name it. */
  readonly name: string
  /** Its text; a value that was never text is checked by its places alone. */
  readonly content: { readonly text: string } | { readonly value: unknown }
}

/** A step into a JSON value: a key, or an index. */
export type Step = string | number
