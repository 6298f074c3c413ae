export { liveGrid, type LiveGridOptions, type LiveRow, type LiveUpdate } from './live-grid.ts'
export { reload, type Reload } from '../define/live-update.ts'
export type { LiveSource } from './live-plan.ts'
