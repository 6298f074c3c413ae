import { defineBackend, param, youtube } from 'deskwright'

const videos = {
  'Me at the zoo': 'https://www.youtube.com/watch?v=jNQXAC9IVRw',
  'Big Buck Bunny': 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
} as const

const video = youtube({
  name: 'Video',
  description: 'A recording, and its transcript for AI agents',
  params: { title: param.tabs('Title', { options: ['Me at the zoo', 'Big Buck Bunny'] }) },
  load: ({ title }) => videos[title],
  raw: ({ title }) => `# ${title}\n\nThe transcript goes here.`,
})

export default defineBackend({ name: 'YouTube', widgets: { video } })
