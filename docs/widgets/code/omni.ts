import { defineBackend, omni } from 'deskwright'

const holdings = [
  { symbol: 'AAPL', sector: 'Technology', weight: 0.31 },
  { symbol: 'XOM', sector: 'Energy', weight: 0.22 },
  { symbol: 'CVX', sector: 'Energy', weight: 0.2 },
]

const ask = omni({
  name: 'Ask the portfolio',
  description: 'Answers with the holdings of the sector that the prompt names',
  load: ({ prompt }) => {
    const named = ({ sector }: (typeof holdings)[number]) => prompt.toLowerCase().includes(sector.toLowerCase())
    const found = holdings.filter(named)
    return found.length > 0
      ? { content: found, data_format: { data_type: 'object', parse_as: 'table' } }
      : {
          content: 'Name a sector: **Technology** or **Energy**.',
          data_format: { data_type: 'object', parse_as: 'text' },
        }
  },
})

export default defineBackend({ name: 'Omni', widgets: { ask } })
