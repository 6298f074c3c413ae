import { expect, it } from 'vitest'
import { toPlayer, toVideo } from './to-video.ts'

it.each([
  'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  'https://youtu.be/aqz-KE-bpKQ?si=abc',
  'https://m.youtube.com/shorts/aqz-KE-bpKQ',
  'https://www.youtube.com/embed/aqz-KE-bpKQ',
  'https://www.youtube.com/live/aqz-KE-bpKQ',
  'youtube.com/watch?list=x&v=aqz-KE-bpKQ',
  '"https://youtu.be/aqz-KE-bpKQ"\n',
])('reads %s', (text) => expect(toVideo(text)).toEqual({ id: 'aqz-KE-bpKQ' }))

it.each([
  ['t=90', 90],
  ['t=1m30s', 90],
  ['start=5', 5],
  ['t=1h0m2s', 3602],
])('starts where %s says', (query, start) => {
  expect(toVideo(`https://youtu.be/aqz-KE-bpKQ?${query}`)).toEqual({ id: 'aqz-KE-bpKQ', start })
})

it.each([
  'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
  'javascript:alert(1)//youtu.be/aqz-KE-bpKQ',
  'https://vimeo.com/12345',
  'https://youtu.be/../../x',
  'https://www.youtube.com/watch?v="><script>',
  'no video today',
])('takes %s for none', (text) => expect(toVideo(text)).toBeUndefined())

it('plays without cookies', () => {
  expect(toPlayer({ id: 'aqz-KE-bpKQ', start: 5 })).toBe(
    'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&start=5',
  )
})
