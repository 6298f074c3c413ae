import { expect, test } from 'vitest'
import { diagnose } from '../../errors/diagnostic.ts'
import { checkSources } from '../check-sources.ts'
import { reporters } from './reporters.ts'

const plain = { verbose: false, paint: (_style: string, text: string) => text }
const prices = { name: 'Prices', description: 'Of the day', endpoint: 'prices' }
const bad = { ...prices, type: 'a<b>|"c"', refreshInterval: 5 }
const toText = (widgets: object) => JSON.stringify(widgets, undefined, 2)
const checkText = (text: string) =>
  checkSources('public', [{ document: 'widgets', name: './public/widgets.json', content: { text } }])
const reports = [checkText(toText({ prices, trades: { ...bad, endpoint: 'trades' } })), checkText(toText({ prices }))]

test('people read it by widget, worst first, with the verdict at the end', () => {
  expect(reporters.text(reports, plain).split('\n')).toEqual([
    'widget "trades"',
    expect.stringMatching(
      /^ {2}error {4}type: "a<b>\|\\"c\\"" came; allowed: .* value-illegal {2}\.\/public\/widgets\.json:11:13$/,
    ),
    expect.stringMatching(/^ {2}warning {2}refreshInterval: .* {2}key-unknown {2}\.\/public\/widgets\.json:12:5$/),
    '',
    'public: 1 error, 1 warning; --fix mends 1',
    'Workspace will load none of the 2 widgets: widget "trades" is refused, and that costs all of them.',
    '',
    'public: no problems',
    'Workspace will load the widget.',
  ])
})

test('on a terminal no line is longer than it, and what belongs together stands below each other', () => {
  const text = reporters.text(reports, { ...plain, verbose: true, width: 60 })
  const [, level, ...rest] = text.split('\n')
  expect(level).toMatch(/^ {2}error {4}type: /)
  expect(rest[0]).toMatch(/^ {11}\S/)
  const isFrame = (line: string) => /^ {11}[ >]/.test(line)
  expect(
    Math.max(
      ...text
        .split('\n')
        .filter((line) => !isFrame(line))
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(60)
  const words = (shown: string) => shown.split(/\s+/).join(' ')
  expect(words(text)).toBe(words(reporters.text(reports, { ...plain, verbose: true })))
})

test('what is in no document is told with what to do', () => {
  const finding = diagnose(
    'error',
    'port-refused',
    { where: 'widgets.json' },
    { host: '127.0.0.1', port: 7779, others: [] },
  )
  const text = reporters.text([checkSources('http://127.0.0.1:7779', [], { diagnostics: [finding] })], plain)
  expect(text.split('\n')).toEqual([
    'widgets.json',
    '  error    Nothing listens on port 7779 of 127.0.0.1 (ECONNREFUSED).  port-refused',
    expect.stringMatching(/^ {11}fix: Start the backend/),
    '',
    'http://127.0.0.1:7779: 1 error',
    'Workspace will load no widgets: widgets.json did not come.',
  ])
})

test('an address on this machine is told with the browsers that reach it', () => {
  const source = {
    document: 'widgets',
    name: 'http://127.0.0.1:7779/widgets.json',
    content: { value: { prices } },
  } as const
  const say = (subject: string) =>
    reporters
      .text([checkSources(subject, [source])], plain)
      .split('\n')
      .at(-1)
  expect(say('http://127.0.0.1:7779')).toMatch(/^Chrome .* Safari, Brave and Excel on a Mac only by https/)
  expect(say('https://127.0.0.1:7779')).toBe('Workspace will load the widget.')
})

test('many findings of one kind in one place are counted', () => {
  const params = Array.from({ length: 8 }, (_, index) => ({ paramName: `p${index}`, type: 'text', surprise: 1 }))
  const report = checkText(toText({ prices: { ...prices, params } }))
  expect(reporters.text([report], plain)).toContain('and 3 more  key-unknown')
  expect(reporters.text([report], { ...plain, verbose: true })).not.toContain('more  key-unknown')
})

test('JUnit has a suite for each backend, and a failure for each error', () => {
  const xml = reporters.junit(reports, plain)
  expect(xml).toContain('<testsuites name="deskwright check" tests="2" failures="1">')
  expect(xml).toContain('<testcase classname="public" name="widget &quot;trades&quot;">')
  expect(xml).toContain('<failure type="value-illegal" message="&quot;a&lt;b&gt;|')
  expect(xml).toContain('<testcase classname="public" name="public"/>')
  const tags = [...xml.matchAll(/<(\/?)([\w-]+)(?:\s[\w-]+="[^"<>]*")*(\/?)>/g)]
  const open: string[] = []
  for (const [, isEnd, name = '', isEmpty] of tags) {
    if (isEnd !== '') expect(open.pop()).toBe(name)
    else if (isEmpty === '') open.push(name)
  }
  expect(open).toEqual([])
})

test('SARIF places results in the file, with their rule', () => {
  const sarif = JSON.parse(reporters.sarif(reports, plain)) as { version: string; runs: Record<string, unknown>[] }
  expect(sarif.version).toBe('2.1.0')
  expect(sarif.runs[0]).toMatchObject({
    tool: { driver: { rules: [{ id: 'key-unknown' }, { id: 'value-illegal' }] } },
    results: [
      {
        ruleId: 'value-illegal',
        ruleIndex: 1,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'public/widgets.json' },
              region: { startLine: 11, startColumn: 13, endLine: 11 },
            },
            logicalLocations: [{ fullyQualifiedName: '/trades/type' }],
          },
        ],
      },
      { ruleId: 'key-unknown', ruleIndex: 0, level: 'warning' },
    ],
  })
})

test('GitHub shows findings beside their lines', () => {
  expect(reporters.github(reports, plain).split('\n')).toEqual([
    expect.stringMatching(
      /^::error file=public\/widgets\.json,line=11,endLine=11,col=13,endColumn=\d+,title=value-illegal%3A widget "trades" › type::/,
    ),
    expect.stringMatching(
      /^::warning file=public\/widgets\.json,line=12,endLine=12,col=5,endColumn=22,title=key-unknown%3A/,
    ),
    expect.stringMatching(/^public: Workspace will load none/),
    'public: Workspace will load the widget.',
  ])
})

test('Markdown is a table whose cells stay cells', () => {
  const lines = reporters.markdown(reports, plain).split('\n')
  const row = lines.find((line) => line.includes('`value-illegal`')) ?? ''
  expect(row.split(/(?<!\\)\|/)).toHaveLength(7)
  expect(lines).toContain('No problems.')
})

test('JSON is one value for one backend, and an array for several', () => {
  expect(JSON.parse(reporters.json(reports, plain))).toHaveLength(2)
  expect(JSON.parse(reporters.json([reports[1]!], plain))).toMatchObject({ subject: 'public', findings: [] })
})

test('a backend without a file is told by pointers', () => {
  const report = checkSources('http://x', [
    { document: 'widgets', name: 'http://x/widgets.json', content: { text: JSON.stringify({ 'a/b': bad }) } },
  ])
  expect(reporters.text([report], plain)).toContain('value-illegal  widgets.json#/a~1b/type')
  expect(reporters.github([report], plain)).toMatch(/^::error title=/)
})
