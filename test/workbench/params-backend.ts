import { column, defineBackend, omni, param, refuse, ssrmTable, table, type Backend } from 'deskwright'
import { serve } from 'deskwright/node'

/** A request as it arrived at the backend. */
export interface WireRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly search: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** A backend that writes down what it is asked. */
export interface ParamsBackend {
  readonly url: string
  /** What was asked of a path, the latest last. Preflights are left out. */
  asked(path: string): readonly WireRequest[]
  close(): Promise<unknown>
}

/** Serves a backend of ours with every type of param. */
export async function serveParamsBackend(): Promise<ParamsBackend> {
  const backend = describeBackend()
  const requests: WireRequest[] = []
  const server = await serve(record(backend, requests), { port: 0 })
  return {
    url: server.url,
    asked: (path) => requests.filter((request) => request.path === path),
    close: async () => await server.close(0),
  }
}

function record(backend: Backend, requests: WireRequest[]): Backend {
  return {
    ...backend,
    createFetch: (runtime) => {
      const answer = backend.createFetch(runtime)
      return async (request) => {
        const { pathname, searchParams, search } = new URL(request.url)
        const body = request.method === 'GET' || request.method === 'OPTIONS' ? '' : await request.clone().text()
        if (request.method !== 'OPTIONS') {
          requests.push({
            method: request.method,
            path: pathname.slice(1),
            query: Object.fromEntries(searchParams),
            search,
            body: body === '' ? undefined : (JSON.parse(body) as unknown),
            headers: Object.fromEntries(request.headers),
          })
        }
        return await answer(request)
      }
    },
  }
}

function describeBackend(): Backend {
  const desk = param.text('Desk', { value: 'rates', options: ['rates', 'fx'], row: 0 })
  const clients: { name: string; kinds: readonly string[] }[] = []
  const rows = (name: string) => ({ name, columns: { asked: column.text('Asked') }, load: () => [{ asked: 'yes' }] })

  return defineBackend({
    name: 'Params',
    origins: '*',
    widgets: {
      every: table({
        ...rows('Every param'),
        params: {
          note: param.text('Note', { value: 'hello', description: 'Anything' }),
          empty: param.text('Empty'),
          size: param.number('Size', { value: 20 }),
          live: param.boolean('Live', { value: true }),
          from: param.date('From', { value: '$currentDate-1y', row: 1 }),
          ticker: param.ticker('Ticker', { value: 'AAPL', row: 1 }),
          desk,
          days: param.text('Days', { value: ['1'], options: ['1', '5', '10'], multiSelect: true, row: 1 }),
          tags: param.text('Tags', { value: ['a', 'b'], multiple: true, row: 2 }),
          rating: param.tabs('Rating', { value: 'ig', options: ['ig', 'hy'], row: 2 }),
          secret: param.text('Secret', { value: 'hidden', show: false }),
          sql: param.text('Query', { value: 'select 1', language: 'sql', row: 3 }),
        },
      }),
      books: table({
        ...rows('Books'),
        params: {
          desk,
          book: param.endpoint('Book', {
            value: 'rates-1',
            optionsParams: { desk, limit: 3 },
            options: ({ desk, limit }) =>
              Array.from({ length: limit }, (_, index) => ({
                label: `Book ${desk} ${index + 1}`,
                value: `${desk}-${index + 1}`,
                extraInfo: { description: `of the ${desk} desk`, rightOfDescription: `No ${index + 1}` },
              })),
          }),
          traders: param.endpoint('Traders', {
            multiSelect: true,
            options: () => Array.from({ length: 500 }, (_, index) => `trader ${index}`),
          }),
          broken: param.endpoint('Broken', { options: () => refuse(503, 'The list is away') }),
        },
      }),
      clients: table({
        name: 'Clients',
        columns: { name: column.text('Name'), kinds: column.text('Kinds') },
        params: {
          add: param.form('Add client', {
            inputParams: {
              name: param.text('Name', { value: '' }),
              kinds: param.text('Kinds', { options: ['stocks', 'bonds'], multiSelect: true }),
              risk: param.number('Risk', { value: 3 }),
              since: param.date('Since', { value: '$currentDate' }),
              vip: param.boolean('VIP', { value: false }),
              save: param.button('Save'),
              replace: param.button('Replace all'),
            },
            submit: ({ name, kinds, replace }) => {
              if (name === '') refuse(400, 'A name is needed')
              if (replace) clients.length = 0
              clients.push({ name, kinds })
            },
          }),
        },
        load: () => clients.map(({ name, kinds }) => ({ name, kinds: kinds.join('+') })),
      }),
      ask: omni({
        name: 'Ask',
        params: {
          prompt: param.text('Prompt', { value: 'hi', show: false }),
          kinds: param.text('Kinds', { multiple: true }),
        },
        load: () => ({ content: 'an answer', data_format: { data_type: 'object', parse_as: 'text' } }),
      }),
      trades: ssrmTable({
        name: 'Trades',
        params: { desk },
        columns: { id: column.integer('Id') },
        load: () => ({ rowData: [{ id: 1 }], rowCount: 1 }),
      }),
    },
  })
}
