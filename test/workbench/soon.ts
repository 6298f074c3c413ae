/** How long something on a page may take, on a machine that does other things too. */
export const soon = { timeout: 30_000 }
