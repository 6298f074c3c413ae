import { column, param, table } from '../../../packages/deskwright/src/index.ts'

const symbol = param.text('Symbol')

// error: Property 'b' is missing in type '{ a: number; }'
table({ name: 'T', columns: { a: column.number('A'), b: column.text('B') }, load: () => [{ a: 1 }] })

// error: Type 'string' is not assignable to type 'Numeric | null | undefined'
table({ name: 'T', columns: { a: column.number('A') }, load: () => [{ a: 'one' }] })

// error: 'headerName' does not exist in type 'Column<any>'
table({ name: 'T', columns: { a: { headerName: 'A' } }, load: () => [{ a: 1 }] })

// error: Type '"currency"' is not assignable to type '"dateToYear"
column.number('Price', { formatterFn: 'currency' })

// error: Did you mean '"greenRed"'?
column.number('Price', { renderFn: 'greenred' })

// error: Type '"cellOnClick"' is not assignable to type
column.text('Symbol', { renderFn: 'cellOnClick' })

// error: Type '"yellow"' is not assignable to type 'RuleColor'
column.number('Price', { colorRules: [{ condition: 'gt', value: 1, color: 'yellow' }] })

// error: Type '7' is not assignable to type
column.number('Price', { decimalPlaces: 7 })

// error: Type 'string' is not assignable to type 'AnyParam | ClickTarget | undefined'
column.text('Symbol', { sets: 'symbol' })

// error: 'field' does not exist in type 'AnyParam | ClickTarget'
column.text('Symbol', { sets: { param: symbol, field: 'id' } })

// error: Property 'type' is missing
column.sparkline('Trend', { options: { strokeWidth: 1 } })
