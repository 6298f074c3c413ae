/** What may be written as a default: one value, several, or none. */
export type DefaultOf<Item> = Item | readonly Item[] | null

/** What loaders get: a list for several values, else the item; `undefined` only when there is no default. */
export type ValueOf<Item, Default, Several extends boolean> = Several extends true
  ? Item[]
  : Default extends null | undefined
    ? Item | undefined
    : Item
