/** The controls a custom feature may be. */
export const controlTypes = ['toggle', 'text', 'select'] as const
