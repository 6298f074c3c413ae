import { describe, expect, it } from 'vitest'
import { useFolder } from '../desk.fixture.ts'

const folder = useFolder()

const app = (name: string, id: string) => ({
  name,
  description: 'Own',
  img: 'https://example.com/a.png',
  img_dark: '',
  img_light: '',
  allowCustomization: true,
  tabs: { main: { id: 'main', name: 'Main', layout: [{ i: id, x: 0, y: 2, w: 20, h: 10 }] } },
  groups: [],
  prompts: ['What is new?'],
})

describe('apps.json', () => {
  it('is served as it is', async () => {
    const desk = await folder.serve({ 'prices.csv': 'a,b\n1,2\n', 'apps.json': JSON.stringify([app('Own', 'prices')]) })
    expect(desk.findings()).toEqual([])
    expect(Object.keys(desk.manifest.widgets)).toEqual(['prices'])
    const answer = await desk.backend.fetch(new Request('http://desk.test/apps.json'))
    expect(await answer.json()).toEqual([app('Own', 'prices')])
  })

  it('names the widgets that the folder does not have', async () => {
    const desk = await folder.serve({ 'prices.csv': 'a,b\n1,2\n', 'apps.json': JSON.stringify([app('Own', 'pricse')]) })
    expect(desk.findings()).toEqual([expect.stringMatching(/^warning app "Own" .*pricse/)])
  })

  it.each([
    ['{\n  "name": "x",\n}', /Line 3/],
    ['[{"name": 7}]', /./],
  ])('%j is explained, and an app is made instead', async (text, message) => {
    const desk = await folder.serve({ 'prices.csv': 'a,b\n1,2\n', 'apps.json': text })
    expect(desk.findings().join('\n')).toMatch(message)
    expect(desk.manifest.apps).toMatchObject([{ name: 'Desk' }])
    expect(desk.manifest.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})
