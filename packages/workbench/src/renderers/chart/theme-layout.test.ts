import { expect, it } from 'vitest'
import { themeLayout } from './theme-layout.ts'

const ink = {
  text: 'text',
  muted: 'muted',
  grid: 'grid',
  line: 'line',
  surface: 'surface',
  accent: 'accent',
  font: 'font',
  series: ['first', 'second'],
}

it('fills the widget, whatever size the figure asked for', () => {
  const layout = themeLayout({ width: 4000, height: 20, autosize: false, title: { text: 'T' } }, ink)
  expect(layout).toMatchObject({ autosize: true, title: { text: 'T' } })
  expect(layout).not.toHaveProperty('width')
  expect(layout).not.toHaveProperty('height')
})

it('colours what a figure leaves open, and nothing else', () => {
  const layout = themeLayout(
    {
      paper_bgcolor: '#151518',
      template: { data: { bar: [{}] }, layout: { font: { color: 'theirs' }, colorway: ['theirs'] } },
    },
    ink,
  )
  expect(layout).toMatchObject({
    paper_bgcolor: '#151518',
    template: {
      data: { bar: [{}] },
      layout: { font: { color: 'theirs', family: 'font' }, colorway: ['theirs'], xaxis: { gridcolor: 'grid' } },
    },
  })
})

it('takes a template that is none for no template', () => {
  expect(themeLayout({ template: 'plotly_dark' }, ink)).toMatchObject({
    template: { layout: { font: { color: 'text' } } },
  })
})
