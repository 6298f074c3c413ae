import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { binary, root } from '../house/root.ts'

const folder = join(root, 'test/types/wrong-calls')
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))

interface Problem {
  readonly line: number
  readonly text: string
}

let problems: ReadonlyMap<string, readonly Problem[]>

beforeAll(async () => {
  problems = toProblems(await compile())
})

describe.each(files)('%s', (file) => {
  const calls = toCalls(readFileSync(join(folder, file), 'utf8'))

  test.each(calls)('line $line is refused: $expected', ({ line, end, expected }) => {
    const found = (problems.get(file) ?? []).filter((problem) => problem.line > line && problem.line < end)
    expect(found).toHaveLength(1)
    expect(found[0]?.text).toContain(expected)
  })

  test('nothing else is refused', () => {
    const [first] = calls
    expect((problems.get(file) ?? []).filter(({ line }) => line < (first?.line ?? Infinity))).toEqual([])
    expect(problems.get(file)).toHaveLength(calls.length)
  })
})

/** Type-checks the folder; the compiler's exit code is its business, its messages are ours. */
function compile(): Promise<string> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 10_000_000 }
    const args = [binary('typescript', 'tsc'), '-p', folder, '--pretty', 'false']
    execFile(process.execPath, args, options, (_error, stdout) => resolve(stdout))
  })
}

/** Reads `file(line,column): error …` with the indented lines that belong to it. */
function toProblems(output: string): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>()
  for (const text of output.split(/\r?\n(?=\S)/)) {
    const [, path = '', line = ''] = /^(.+?)\((\d+),\d+\): error/.exec(text) ?? []
    const file = path.split(/[/\\]/).at(-1) ?? ''
    found.set(file, [...(found.get(file) ?? []), { line: Number(line), text }])
  }
  return found
}

/** Reads the `// error: …` comments; each call reaches to the next one. */
function toCalls(source: string) {
  const lines = source.split('\n')
  const marked = lines.flatMap((text, index) => {
    const expected = /^\/\/ error: (.+)$/.exec(text)?.[1]
    return expected === undefined ? [] : [{ line: index + 1, expected }]
  })
  return marked.map((call, index) => ({ ...call, end: marked[index + 1]?.line ?? lines.length + 1 }))
}
