import { sqlConsole } from 'deskwright/sql'
import { db } from './data.ts'

/** Whoever opens the desk may ask the data anything; it can be read, and nothing else. */
export const ask = sqlConsole({
  name: 'SQL',
  description: 'Questions of your own over the tables of this desk, in SQL; leave it empty to see the tables',
  category: 'Help',
  source: 'vega-datasets',
  gridData: { w: 40, h: 18 },
  from: db,
  tables: ['stocks', 'sp500', 'employment', 'unemployment', 'flights'],
})
