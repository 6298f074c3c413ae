/** Says in the middle of a stream of updates that some may have been missed. */
export const reload: unique symbol = Symbol.for('deskwright.live.reload') as never

/** What {@link reload} is. */
export type Reload = typeof reload
