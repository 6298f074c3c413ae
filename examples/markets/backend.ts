import { app, defineBackend, prompt } from 'deskwright'
import { file } from 'deskwright/node'
import { ask } from './console.ts'
import * as economy from './economy.ts'
import * as equities from './equities.ts'
import * as flights from './flights.ts'

const { performance, prices, priceChart, keyFigures, largestDays, returnsByMonth, deskNote } = equities
const { unemployment, ranking, jobs, employment, about } = economy
const { routes, delays, punctuality, allFlights } = flights

export default defineBackend({
  name: 'Markets desk',
  widgets: { ...equities, ...economy, ...flights, ask },
  apps: [
    app({
      name: 'Markets desk',
      description: 'Stocks, the labour market and three million flights: a desk on real data',
      img: file(new URL('./desk.svg', import.meta.url)),
      tabs: {
        Equities: [
          [performance, priceChart],
          [keyFigures, deskNote],
          [prices, returnsByMonth, largestDays],
        ],
        Economy: [[unemployment, ranking], [jobs], [employment, about]],
        Flights: [[punctuality], [routes, delays], [allFlights]],
        SQL: [[ask]],
      },
      prompts: [
        prompt`Which stock in ${performance} recovered best after 2008?`,
        prompt`At what hour should I leave, going by ${delays}?`,
      ],
    }),
  ],
})
