import { defineBackend, multiFileViewer, param } from 'deskwright'
import { localFiles } from 'deskwright/node'

const reports = localFiles(new URL('./files', import.meta.url))

const viewer = multiFileViewer({
  name: 'Reports',
  description: 'The files of a folder',
  params: {
    file: param.endpoint('File', {
      value: ['letter.pdf'],
      multiSelect: true,
      show: false,
      roles: ['fileSelector'],
      options: () => reports.options(),
    }),
  },
  load: ({ file }) => reports.loadAll(file),
})

export default defineBackend({ name: 'Files', widgets: { viewer } })
