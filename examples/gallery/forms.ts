import { column, param, refuse, table } from 'deskwright'

interface Client {
  readonly client_first_name: string | null
  readonly client_last_name: string | null
  readonly investment_types: string | null
  readonly risk_profile: string | null
}

/** Kept as long as the backend runs; `examples/orders` keeps its rows in a database. */
let clients: readonly Client[] = [
  { client_first_name: null, client_last_name: null, investment_types: null, risk_profile: null },
]

const form = param.form('Client', {
  description: 'Adds a client, or changes the one of that name',
  inputParams: {
    client_first_name: param.text('First name', { value: '' }),
    client_last_name: param.text('Last name', { value: '' }),
    investment_types: param.text('Investments', {
      multiSelect: true,
      options: [
        { label: 'Stocks', value: 'stocks' },
        { label: 'Bonds', value: 'bonds' },
        { label: 'Mutual funds', value: 'mutual_funds' },
        { label: 'ETFs', value: 'etfs' },
      ],
    }),
    risk_profile: param.text('Risk profile', { value: '' }),
    add_record: param.button('Add client'),
    update_record: param.button('Update client'),
  },
  submit: (
    { client_first_name, client_last_name, investment_types, risk_profile, update_record },
    { refuseFields },
  ) => {
    refuseFields({
      client_first_name: client_first_name === '' ? 'Write the first name.' : undefined,
      client_last_name: client_last_name === '' ? 'Write the last name.' : undefined,
    })
    const client: Client = {
      client_first_name,
      client_last_name,
      investment_types: investment_types?.join(', ') ?? null,
      risk_profile,
    }
    const isSame = (other: Client) =>
      other.client_first_name === client_first_name && other.client_last_name === client_last_name
    const known = clients.filter((other) => other.client_first_name !== null)
    if (update_record && !known.some(isSame)) refuse(400, 'There is no client of that name.')
    clients = [...known.filter((other) => !isSame(other)), client]
  },
})

/** A table with its form. */
export const forms = {
  all_forms: table({
    name: 'Form',
    category: 'Forms',
    endpoint: 'all_forms',
    gridData: { w: 20, h: 9 },
    params: { form },
    columns: {
      client_first_name: column.text('First name'),
      client_last_name: column.text('Last name'),
      investment_types: column.text('Investments'),
      risk_profile: column.text('Risk profile'),
    },
    load: () => clients,
  }),
}
