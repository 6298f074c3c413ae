import { boolean } from './params/boolean.ts'
import { date } from './params/date.ts'
import { endpoint } from './params/endpoint.ts'
import { button, form } from './params/form.ts'
import { number } from './params/number.ts'
import { tabs } from './params/tabs.ts'
import { text } from './params/text.ts'
import { ticker } from './params/ticker.ts'

/** The parameter types. Share one parameter between widgets and they form a group. */
export const param = { text, number, boolean, date, ticker, endpoint, tabs, form, button } as const
