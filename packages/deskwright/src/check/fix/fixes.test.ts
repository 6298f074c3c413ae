import { describe, expect, test } from 'vitest'
import { rules } from '../rules/rules.ts'
import type { DocumentName, Source } from '../source.ts'
import { fixSources } from './fix-sources.ts'
import { fixes } from './fixes.ts'
import { renderDiff } from './render-diff.ts'

const toSources = (documents: object): Source[] =>
  Object.entries(documents).map(([document, value]: [string, unknown]) => ({
    document: document as DocumentName,
    name: `${document}.json`,
    content: { text: typeof value === 'string' ? value : `${JSON.stringify(value, undefined, 2)}\n` },
  }))

const widgets = (text: string) => toSources({ widgets: text })
const textOf = (sources: readonly Source[]) => sources.map(({ content }) => ('text' in content ? content.text : ''))

const mended = Object.entries(rules).filter(([code, { bad }]) => bad !== undefined && Object.hasOwn(fixes, code))

describe('--fix', () => {
  test.each(mended)('mends the bad example of %s, or leaves it to a person', (code, { bad }) => {
    const sources = toSources(bad!.documents)
    const { report, fixed } = fixSources('here', sources)
    const codes = report.findings.map((finding) => finding.code)
    if (fixed.length === 0) expect(codes).toEqual([code])
    else expect(codes).toEqual([])
  })

  test.each([
    'file-selector',
    'key-missing',
    'value-illegal',
    'tab-id',
    'layout-id',
    'app-id',
    'json-unreadable',
  ] as const)('mends %s', (code) => {
    expect(fixSources('here', toSources(rules[code].bad!.documents)).fixed).not.toEqual([])
  })

  test('keeps the formatting of everything else', () => {
    const text = [
      '{',
      '\t"a" : { "name": "A", "description": "D",',
      '\t\t"endpoint":"a", "sub_category" : "x",',
      '\t\t"type":"tabel", "runButton": "true" } // end',
      '}',
      '',
    ].join('\r\n')
    const { sources } = fixSources('here', widgets(text))
    expect(textOf(sources)).toEqual([
      text
        .replace('sub_category', 'subCategory')
        .replace('"tabel"', '"table"')
        .replace('"true"', 'true')
        .replace(' // end', ''),
    ])
  })

  test('removes keys and items with their commas, and adds keys with the indent of the file', () => {
    const app = { name: 'A', id: 'x', tabs: { one: { id: 'two', name: 'One', layout: [] } } }
    const sources = toSources({ apps: `${JSON.stringify([app], undefined, 4)}\n` })
    const [text = ''] = textOf(fixSources('here', sources).sources)
    expect(JSON.parse(text)).toEqual([
      {
        name: 'A',
        tabs: { one: { id: 'one', name: 'One', layout: [] } },
        allowCustomization: true,
        groups: [],
        prompts: [],
      },
    ])
    expect(text).toContain('\n        "groups": []')
  })

  test('shows what it changes as a diff', () => {
    const before = widgets('{\n  "a": { "name": "A", "description": "D", "endpoint": "a", "type": "tabel" }\n}\n')
    const diff = renderDiff(before, fixSources('here', before).sources)
    expect(diff.split('\n').filter((line) => /^[-+] /.test(line))).toEqual([
      '-  "a": { "name": "A", "description": "D", "endpoint": "a", "type": "tabel" }',
      '+  "a": { "name": "A", "description": "D", "endpoint": "a", "type": "table" }',
    ])
  })

  test('changes nothing that is sound', () => {
    const before = widgets('{"a":{"name":"A","description":"D","endpoint":"a"}}')
    const { sources, fixed } = fixSources('here', before)
    expect(sources).toEqual(before)
    expect(fixed).toEqual([])
  })
})
