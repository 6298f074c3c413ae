import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachApp } from './walk.ts'

/** Every group but one of tickers says which parameter it keeps equal. */
export const groupParam: Rule = function* (documents) {
  for (const { app, where } of eachApp(documents)) {
    for (const [index, { type, paramName }] of app.groups.entries()) {
      if (type === 'ticker' || (paramName !== undefined && paramName !== '')) continue
      yield diagnose('warning', 'group-param-missing', { where, path: `groups[${index}].paramName` }, { type })
    }
  }
}
