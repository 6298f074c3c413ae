import { expect, test } from 'vitest'
import { toPlainArrays } from './plain-arrays.ts'

test('typed arrays become plain ones, however deep, and everything else stays', () => {
  const day = new Date(0)
  const figure = {
    data: [
      { type: 'scatter', x: new Int32Array([1, 2]), marker: { color: new Uint8ClampedArray([9]) } },
      {
        type: 'heatmap',
        z: [new Float64Array([1, 2]), new Float64Array([3])],
        x: [day, 'b'],
        ids: new BigInt64Array([5n]),
      },
    ],
    layout: { title: null, shapes: [] },
  }
  expect(toPlainArrays(figure)).toEqual({
    data: [
      { type: 'scatter', x: [1, 2], marker: { color: [9] } },
      { type: 'heatmap', z: [[1, 2], [3]], x: [day, 'b'], ids: [5n] },
    ],
    layout: { title: null, shapes: [] },
  })
})

test('long plain arrays are passed on as they are', () => {
  const x = Array.from({ length: 1000 }, (_, index) => index)
  expect((toPlainArrays({ data: [{ x }] }) as { data: { x: unknown }[] }).data[0]?.x).toBe(x)
})
