// Serves the backend and watches its event loop: 'start' and 'stop' come from the parent, which asks from its own process.
import { serve } from 'deskwright/node'
import backend, { db } from './backend.js'
import { watch } from './watch.js'

const server = await serve(backend, { port: 0 })
let stop

process.on('message', async (message) => {
  if (message === 'start') {
    stop = watch()
    process.send('started')
  }
  if (message === 'stop') process.send(stop())
  if (message === 'end') {
    await server.close()
    await db.close()
    process.disconnect()
  }
})
process.send({ url: server.url })
