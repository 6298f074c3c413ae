import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

/** A live grid needs a socket, and a column that tells which row an update is about. */
export const liveGrid: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    if (widget.type !== 'live_grid') continue
    if (widget.wsEndpoint === undefined)
      yield diagnose('warning', 'live-grid-socket', { where, path: 'wsEndpoint' }, {})
    if (widget.data?.wsRowIdColumn === undefined) {
      yield diagnose('warning', 'live-grid-row-id', { where, path: 'data.wsRowIdColumn' }, {})
    }
  }
}
