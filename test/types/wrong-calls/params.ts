import { param, table } from '../../../packages/deskwright/src/index.ts'

const symbol = param.text('Symbol')

// error: Type '"c"' is not assignable to type '"a" | "b" | null | undefined'
param.text('Side', { options: ['a', 'b'], value: 'c' })

// error: Type '"c"' is not assignable to type '"a" | "b"'
param.text('Side', { options: ['a', 'b'], multiSelect: true, value: ['c'] })

// error: Type 'string[]' is not assignable to type 'string'
param.text('Side', { value: ['a', 'b'] })

// error: Type '3' is not assignable to type '1 | 2 | null | undefined'
param.number('Days', { options: [1, 2], value: 3 })

// error: 'min' does not exist in type 'NumberOptions
param.number('Days', { min: 1 })

// error: Type 'string' is not assignable to type 'number
param.number('Days', { value: '3' })

// error: Type '"yesterday"' is not assignable to type 'DateText | null | undefined'
param.date('Day', { value: 'yesterday' })

// error: Did you mean '"$currentDate"'?
param.date('Day', { value: '$currentDate-1x' })

// error: Type '"c"' is not assignable to type '"a" | "b"'
param.tabs('View', { options: ['a', 'b'], value: 'c' })

// error: Source has 0 element(s) but target requires 1
param.tabs('View', { options: [] })

// error: Did you mean '"javascript"'?
param.text('Code', { language: 'javascrip' })

// error: Property 'symbl' does not exist on type 'OptionsParamValues
param.endpoint('Book', { optionsParams: { symbol }, options: ({ symbl }) => [symbl] })

// error: Type '"selector"' is not assignable to type '"fileSelector"'
param.endpoint('File', { roles: ['selector'], options: () => [] })

// error: Property 'b' does not exist on type '{ a: number | undefined; }'
param.form('Add', { inputParams: { a: param.number('A') }, submit: ({ b }) => b })

// error: 'b' does not exist in type 'FieldProblems
param.form('Add', {
  inputParams: { a: param.number('A') },
  submit: (_, { refuseFields }) => refuseFields({ b: 'No.' }),
})

const add = param.form('Add', { inputParams: { a: param.number('A') }, submit: () => {} })

// error: Property 'add' does not exist on type 'ParamValues
table({ name: 'Trades', params: { add }, load: ({ add }) => [{ add }] })
