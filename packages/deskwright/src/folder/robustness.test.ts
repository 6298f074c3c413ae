import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askBackend, useFolder } from './desk.fixture.ts'

const folder = useFolder()
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

describe('a file that is not as it should be', () => {
  it.each([
    ['a,b,c\n1,2,3\n4,5\n6,7,8\n', 'line 3: it has 2 fields where the header has 3: 4,5'],
    ['a,b\n1,2\n3,4,5\n', 'line 3: it has 3 fields where the header has 2: 3,4,5'],
    ['a,b\n1,"x\n2,3\n', 'line 2: a double quote is opened and never closed'],
    ['', 'it is empty'],
    ['\uFEFF\n\n', 'it is empty'],
    [latin('a,b\n1,\xfc\n2,\x80\n'), 'line 3: the text is neither UTF-8 nor UTF-16 nor Latin-1'],
  ])('%j is one widget that says what is wrong and on which line', async (content, message) => {
    const desk = await folder.serve({ 'good.csv': 'x,y\n1,2\n', 'bad.csv': content })
    expect(desk.findings()).toEqual([
      expect.stringContaining(`warning file "bad.csv" "bad.csv" cannot be shown: ${message}`),
    ])
    expect(desk.widget('bad')).toMatchObject({ type: 'markdown', description: expect.stringContaining(message) })
    expect(String(await desk.get('bad')).replaceAll('\\', '')).toContain(message)
    expect(await desk.get('good')).toEqual([{ x: 1, y: 2 }])
  })

  it('names the line of a value far below', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `${index},${index === 29_000 ? '1,2' : 'x'}`)
    const desk = await folder.serve({ 'bad.csv': `n,text\n${rows.join('\n')}\n` })
    expect(desk.findings()).toEqual([expect.stringContaining('line 29002: it has 3 fields where the header has 2')])
  })

  it('takes for text what is a number in the first rows only', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => (index === 29_000 ? 'n/a' : String(index)))
    const desk = await folder.serve({ 'numbers.csv': `n,m\n${rows.map((n) => `${n},1`).join('\n')}\n` })
    expect(desk.findings()).toEqual([])
    expect(desk.columns('numbers')).toMatchObject({ n: { cellDataType: 'text' }, m: { cellDataType: 'number' } })
  })

  it.each([
    ['{"a":1,}', 'line 1: found a closing bracket'],
    ['[\n {"a": 1},\n {"a": 2\n', 'line 4: found the end of the text'],
    ['{"a":1}\n{"a":2}\nnope\n', 'line 3'],
  ])('JSON %j names its line', async (text, message) => {
    const desk = await folder.serve({ 'bad.json': text })
    expect(desk.findings()).toEqual([expect.stringContaining(message)])
  })

  it('Parquet that is none says so', async () => {
    const desk = await folder.serve({ 'bad.parquet': 'not at all' })
    expect(desk.findings()).toEqual([expect.stringContaining('"bad.parquet" cannot be shown')])
  })
})

describe('a file of another kind of writing', () => {
  it.each([
    ['a byte order mark', '\uFEFFname,price\nZürich,1.5\n'],
    ['Latin-1 text', latin('name,price\nZ\xfcrich,1.5\n')],
    ['UTF-16 text', new Uint8Array(Buffer.from('\uFEFFname,price\nZürich,1.5\n', 'utf16le'))],
    ['semicolons and decimal commas', 'name;price\nZürich;1,5\n'],
    ['Windows line ends', 'name,price\r\nZürich,1.5\r\n'],
    ['lines above the header', 'Prices of May\n\nname,price\nZürich,1.5\n'],
    ['no line end at the end', 'name,price\nZürich,1.5'],
  ])('with %s is read', async (_, content) => {
    const desk = await folder.serve({ 'prices.csv': content })
    expect(desk.findings()).toEqual([])
    expect(await desk.get('prices')).toEqual([{ name: 'Zürich', price: 1.5 }])
  })

  it('with grouped digits and German dates is read', async () => {
    const desk = await folder.serve({
      'preise.csv': 'Name;Preis;Datum\nMüller;1.234,75;31.12.2024\nX;2,5;01.01.2025\n',
    })
    expect(await desk.get('preise')).toEqual([
      { Name: 'Müller', Preis: 1234.75, Datum: '2024-12-31' },
      { Name: 'X', Preis: 2.5, Datum: '2025-01-01' },
    ])
  })

  it('with duplicate and empty headers has a name for each column', async () => {
    const desk = await folder.serve({ 'a.csv': 'a,A,,a,b\n1,2,3,4,5\n' })
    expect(desk.findings()).toEqual([])
    expect(await desk.get('a')).toEqual([{ a: 1, A_2: 2, column_3: 3, a_3: 4, b: 5 }])
  })

  it('without a header has numbered columns', async () => {
    const desk = await folder.serve({ 'a.csv': '1,2\n3,4\n' })
    expect(await desk.get('a')).toEqual([
      { column_1: 1, column_2: 2 },
      { column_1: 3, column_2: 4 },
    ])
  })

  it('with a header alone is an empty table', async () => {
    const desk = await folder.serve({ 'a.csv': 'a,b\n' })
    expect(desk.findings()).toEqual([])
    expect(await desk.get('a')).toEqual([])
  })

  it('with 2,000 columns is a table of 2,000 columns', async () => {
    const header = Array.from({ length: 2000 }, (_, index) => `column ${index}`)
    const rows = [1, 2].map((factor) => header.map((_, index) => index * factor).join(','))
    const desk = await folder.serve({ 'wide.csv': `${header.join(',')}\n${rows.join('\n')}\n` })
    expect(desk.findings()).toEqual([])
    expect(Object.keys(desk.columns('wide'))).toEqual(header)
    expect(await desk.get('wide')).toMatchObject([{ 'column 1999': 1999 }, { 'column 1999': 3998 }])
  })

  it('with long and Chinese column names keeps them', async () => {
    const long = 'x'.repeat(200)
    const desk = await folder.serve({ '行情.csv': `${long},市值,"say ""hi"" 'there'"\n1,2,3\n` })
    const [id = ''] = Object.keys(desk.manifest.widgets)
    expect(desk.widget(id)).toMatchObject({ name: '行情' })
    expect(await desk.get(id)).toEqual([{ [long]: 1, 市值: 2, [`say "hi" 'there'`]: 3 }])
  })
})

describe('a name that means something elsewhere', () => {
  it.each([
    "it's.csv",
    'a"b.csv',
    'a[1].csv',
    '*.csv',
    'what?.csv',
    'x..csv',
    '[z].csv',
    'a..b.csv',
    '-- x.csv',
    '$x.csv',
    '{a}.csv',
    'a b;c.csv',
    '%2e%2e.csv',
  ])('%s is the name of a file', async (path) => {
    const desk = await folder.serve({ [path]: 'x,y\n1,2\n', 'a1.csv': 'x,y\n3,4\n', 'zz.csv': 'other,z\n5,6\n' })
    expect(desk.findings()).toEqual([])
    const [id = ''] = Object.entries(desk.manifest.widgets).find(([, { source }]) => source?.includes(path)) ?? []
    expect(id).toMatch(/^[\w-]+$/)
    expect(await desk.get(id)).toEqual([{ x: 1, y: 2 }])
  })
})

describe('a folder of many files', () => {
  it('is read with the memory of a few', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `file ${index}`)
    const files = names.map((name, index): [string, string] => [`${name}.csv`, `n,own ${index}\n1,2\n`])
    const desk = await folder.serve(Object.fromEntries(files))
    expect(desk.findings()).toEqual([])
    const answers = await Promise.all(Object.keys(desk.manifest.widgets).map((id) => desk.get(id)))
    expect(answers).toHaveLength(150)
    expect(answers).toEqual(answers.map(() => [expect.objectContaining({ n: 1 })]))
  })
})

describe('a file that changes', () => {
  it('shows its new rows at once', async () => {
    const desk = await folder.serve({ 'a.csv': 'x,y\n1,2\n' })
    await folder.write('a.csv', 'x,y\n3,4\n5,6\n')
    expect(await desk.get('a')).toEqual([
      { x: 3, y: 4 },
      { x: 5, y: 6 },
    ])
  })

  it('shows its new columns after the next load, and answers of the last load go on', async () => {
    await folder.write('a.csv', 'x,y\n1,2\n')
    await folder.write('same.csv', 'z,w\n1,2\n')
    const opened = await folder.open()
    const before = askBackend(await opened.load())
    await folder.write('a.csv', 'x,new\n1,text\n')
    const after = askBackend(await opened.load())
    expect(await after.get('a')).toEqual([{ x: 1, new: 'text' }])
    expect(await after.get('same')).toEqual([{ z: 1, w: 2 }])
    expect(await before.get('same')).toEqual([{ z: 1, w: 2 }])
  })

  it('goes when it is gone, and its last widget says so', async () => {
    await folder.write('a.csv', 'x,y\n1,2\n')
    const opened = await folder.open()
    const before = askBackend(await opened.load())
    await rm(join(folder.path(), 'a.csv'))
    expect(Object.keys(askBackend(await opened.load()).manifest.widgets)).toEqual([])
    expect(await before.get('a')).toMatchObject({ status: 404 })
  })

  it('is shown before or after, never between', async () => {
    const versions = ['old', 'newer'].map((word) => {
      const rows = Array.from({ length: 3000 }, (_, index) => `${index},${word} ${'.'.repeat(index % 7)}`)
      return { word, text: `n,text\n${rows.join('\n')}\n` }
    })
    const desk = await folder.serve({ 'a.csv': versions[0]!.text })
    const file = join(folder.path(), 'a.csv')
    const write = async () => {
      for (let round = 0; round < 20; round += 1) {
        const { text } = versions[(round + 1) % 2]!
        if (round % 2 === 0) await writeFile(file, text)
        else {
          await writeFile(`${file}.part`, text)
          await rename(`${file}.part`, file)
        }
      }
    }
    const answers: unknown[] = []
    const written = write()
    const isWriting = () =>
      Promise.race([written.then(() => false), desk.get('a').then((answer) => answers.push(answer) > 0)])
    while (await isWriting());
    for (const answer of [...answers, await desk.get('a')] as { text: string }[][]) {
      expect(answer).toHaveLength(3000)
      expect(new Set(answer.map(({ text }) => text.split(' ')[0])).size).toBe(1)
    }
  })
})
