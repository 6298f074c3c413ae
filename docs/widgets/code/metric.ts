import { defineBackend, metric, param } from 'deskwright'

const figures = {
  Growth: { assets: '1.24bn', inflow: 3.1, risk: '14.2 %', change: -0.4 },
  Income: { assets: '860m', inflow: -1.2, risk: '7.9 %', change: 0.1 },
} as const

const fund = metric({
  name: 'Key figures',
  description: 'Size and risk of a fund, and how they changed this month',
  params: { fund: param.tabs('Fund', { options: ['Growth', 'Income'] }) },
  load: ({ fund: name }) => {
    const { assets, inflow, risk, change } = figures[name]
    return [
      { label: 'Assets', value: assets, delta: inflow },
      { label: 'Volatility', value: risk, delta: change },
      { label: 'Holdings', value: 48 },
    ]
  },
})

export default defineBackend({ name: 'Metric', widgets: { fund } })
