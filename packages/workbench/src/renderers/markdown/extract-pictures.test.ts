import { expect, it } from 'vitest'
import { extractPictures } from './extract-pictures.ts'

const picture = `data:image/png;base64,${'A'.repeat(5000)}`

it('takes large pictures out of a text, in order', () => {
  expect(extractPictures(`![a](${picture}) and ![b](${picture}B)`)).toEqual({
    text: '![a](#picture-0) and ![b](#picture-1)',
    pictures: [picture, `${picture}B`],
  })
})

it('leaves a text without pictures as it is', () => {
  expect(extractPictures('data:image/png;base64,AAAA')).toEqual({ text: 'data:image/png;base64,AAAA', pictures: [] })
})
