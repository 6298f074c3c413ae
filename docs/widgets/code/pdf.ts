import { defineBackend, pdf } from 'deskwright'
import { localFiles } from 'deskwright/node'

const letters = localFiles(new URL('./files', import.meta.url))

const letter = pdf({
  name: 'Letter',
  description: 'The letter to those who hold our shares',
  load: () => letters.load('letter.pdf'),
})

export default defineBackend({ name: 'PDF', widgets: { letter } })
