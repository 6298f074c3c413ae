import { app, defineBackend } from 'deskwright'
import { figures, films, genres, years } from './films.ts'

export default defineBackend({
  name: 'Film warehouse',
  widgets: { genres, figures, years, films },
  apps: [
    app({
      name: 'Film warehouse',
      description: 'Three thousand films in PostgreSQL: what they cost and what they took in',
      tabs: { Genres: [[genres, years], [figures]], Films: [[films]] },
    }),
  ],
})
