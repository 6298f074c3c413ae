import { defineBackend, newsfeed } from 'deskwright'

const news = newsfeed({
  name: 'Research',
  description: 'What the desk wrote this week',
  load: () => [
    {
      title: 'Acme raises its outlook',
      date: '2026-03-12T14:30:00Z',
      author: 'Equity research',
      excerpt: 'Sales are to grow by a tenth, after a twentieth last year.',
      body: 'Sales are to grow by **a tenth**. We leave our estimate where it is:\n\n- orders: up\n- margins: flat',
    },
    {
      title: 'The curve is flat again',
      date: '2026-03-10T08:00:00Z',
      author: 'Rates research',
      excerpt: 'Two years pay what ten years pay, for the first time since autumn.',
      body: 'Two years pay what ten years pay. The next meeting is on the **18th**.',
    },
  ],
})

export default defineBackend({ name: 'Newsfeed', widgets: { news } })
