import { describe, expect, it } from 'vitest'
import { useFolder } from '../desk.fixture.ts'

const folder = useFolder()
const bytes = new Uint8Array([0x25, 0x50, 0x44, 0x46])

describe('a document', () => {
  it.each(['notes.md', 'notes.txt', 'page.html', 'page.htm'])('%s is shown', async (path) => {
    const desk = await folder.serve({ [path]: '# Zürich' })
    const [id = ''] = Object.keys(desk.manifest.widgets)
    expect(desk.widget(id)).toMatchObject({ type: path.startsWith('page') ? 'html' : 'markdown' })
    expect(await desk.get(id)).toContain('# Zürich')
  })

  it('is called what its heading or title says', async () => {
    const desk = await folder.serve({
      'a.md': 'before\n\n# How we trade #\n',
      'b.html': '<html><title>\n House rules </title></html>',
      'c.md': 'no heading',
    })
    expect(Object.values(desk.manifest.widgets).map(({ name }) => name)).toEqual(['How we trade', 'House rules', 'C'])
  })

  it('of another encoding is decoded', async () => {
    const desk = await folder.serve({ 'a.md': new Uint8Array([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x20, 0x80]) })
    expect(await desk.get('a')).toBe('Zürich €')
  })

  it('of text keeps its marks', async () => {
    const desk = await folder.serve({ 'a.txt': '```\n*x*' })
    expect(await desk.get('a')).toBe('````\n```\n*x*\n````')
  })

  it('that is a PDF is shown by the viewer', async () => {
    const desk = await folder.serve({ 'sub/q1 report.pdf': bytes })
    expect(desk.widget('sub_q1_report')).toMatchObject({ type: 'pdf', category: 'Sub' })
    expect(await desk.get('sub_q1_report')).toEqual({
      data_format: { data_type: 'pdf', filename: 'q1 report.pdf' },
      content: 'JVBERg==',
    })
  })

  it.each([
    ['a.png', 'image/png'],
    ['a.JPG', 'image/jpeg'],
    ['a.svg', 'image/svg+xml'],
  ])('%s is a picture', async (path, type) => {
    const desk = await folder.serve({ [path]: bytes })
    expect(await desk.get('a')).toContain(`<img alt="" src="data:${type};base64,JVBERg==">`)
  })

  it('that is too large says so', async () => {
    const desk = await folder.serve({ 'a.png': new Uint8Array(9 * 1024 * 1024) })
    expect(desk.findings()).toEqual([
      'warning file "a.png" "a.png" cannot be shown: it has 9 MB, and a widget of this kind holds at most 8 MB.',
    ])
  })

  it('follows its file', async () => {
    const desk = await folder.serve({ 'a.md': 'old' })
    await folder.write('a.md', 'new')
    expect(await desk.get('a')).toBe('new')
  })

  it.each(['data.arrow', 'book.xlsx'])('%s is named, because it cannot be read', async (path) => {
    const desk = await folder.serve({ [path]: bytes })
    expect(desk.findings()).toEqual([expect.stringContaining(`"${path}" cannot be shown`)])
  })
})
