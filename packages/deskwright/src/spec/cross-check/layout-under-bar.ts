import { diagnose } from '../../errors/diagnostic.ts'
import { tabBarHeight } from '../constants.ts'
import type { Rule } from './documents.ts'
import { eachTab } from './walk.ts'

/** With several tabs the first rows belong to the bar. */
export const layoutUnderBar: Rule = function* (documents) {
  for (const { app, tab, where, path } of eachTab(documents)) {
    if (Object.keys(app.tabs).length < 2) continue
    const index = tab.layout.findIndex(({ i, y }) => y < tabBarHeight && i !== 'navigation_bar')
    const item = tab.layout[index]
    if (item === undefined) continue
    const place = { where, path: `${path}.layout[${index}].y` }
    yield diagnose('advice', 'layout-under-bar', place, { id: item.i, y: item.y, height: tabBarHeight })
  }
}
