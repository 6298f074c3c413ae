import { expect, it } from 'vitest'
import { isColor } from './is-color.ts'

it.each(['#F80', '#ff8800', 'tomato', 'rgb(1, 2, 3)', 'hsl(120deg 50% 50% / 0.5)'])('takes %s', (text) => {
  expect(isColor(text)).toBe(true)
})

it.each(['url(https://a.example/x.svg#y)', 'red;background:url(x)', 'var(--x)', 'image-set("x")', ''])(
  'refuses %s',
  (text) => {
    expect(isColor(text)).toBe(false)
  },
)
