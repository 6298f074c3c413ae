import { app, defineBackend, group, param, place, prompt, table } from '../../../packages/deskwright/src/index.ts'

const symbol = param.text('Symbol', { value: 'AAPL' })
const prices = table({ name: 'Prices', params: { symbol }, load: () => [] })

// error: Type 'string' is not assignable to type 'AnyWidget | Place'
app({ name: 'Desk', tabs: { Overview: [['prices']] } })

// error: Property 'tabs' is missing
app({ name: 'Desk' })

// error: Did you mean to write 'symbol'?
place(prices, { state: { params: { symbl: 'MSFT' } } })

// error: Type 'number' is not assignable to type 'string'
place(prices, { state: { params: { symbol: 3 } } })

// error: '"calendar"' is not assignable to parameter of type
place('calendar', { w: 10 })

// error: Type 'number' is not assignable to type 'string'
group(symbol, { defaultValue: 3 })

// error: Argument of type 'string' is not assignable to parameter of type 'AnyWidget'
export const question = prompt`What moved ${'prices'}?`

// error: Property 'widgets' is missing
defineBackend({ name: 'Desk' })

// error: Type '"https://example.com"' is not assignable to type '"*" | readonly string[]'
defineBackend({ name: 'Desk', widgets: { prices }, origins: 'https://example.com' })
