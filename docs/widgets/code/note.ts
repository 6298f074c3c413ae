import { defineBackend, note } from 'deskwright'

const morning = note({
  name: 'Morning note',
  description: 'A list to begin the day with; everybody edits a copy',
  load: () => `## Before the open

1. Overnight moves in *Futures*
2. Results due today
3. Limits that were reached yesterday

> Write what you see below this line.`,
})

export default defineBackend({ name: 'Note', widgets: { morning } })
