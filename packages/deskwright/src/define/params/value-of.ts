/**
 * What loaders get: a list for several values, else the item; `undefined` only when there is no default. Nothing is inferred
 * from it: a parameter written inside `params` would take its item from there, which is `any`.
 */
export type ValueOf<Item, Default, Several extends boolean> = Several extends true
  ? NoInfer<Item>[]
  : Default extends null | undefined
    ? NoInfer<Item> | undefined
    : NoInfer<Item>
