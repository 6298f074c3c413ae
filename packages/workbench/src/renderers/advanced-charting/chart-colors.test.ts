import { expect, it } from 'vitest'
import { toChartColors } from './chart-colors.ts'

const isColor = (text: string) => /^#[\da-f]{6}$|^red$/.test(text)

it('takes what the widget names, and fills the rest from what it names', () => {
  expect(
    toChartColors({ upColor: '#26a69a', wickUpColor: 'red', showVolume: false }, '#00ff00', '#ff0000', isColor),
  ).toEqual({
    upColor: '#26a69a',
    downColor: '#ff0000',
    borderUpColor: '#26a69a',
    borderDownColor: '#ff0000',
    wickUpColor: 'red',
    wickDownColor: '#ff0000',
    volumeUpColor: '#26a69a66',
    volumeDownColor: '#ff000066',
    showVolume: false,
  })
})

it('takes nothing that is no colour', () => {
  expect(toChartColors({ upColor: 'url(//evil.test)', downColor: 7 }, '#00ff00', '#ff0000', isColor)).toMatchObject({
    upColor: '#00ff00',
    downColor: '#ff0000',
  })
})
