import type { Report } from 'deskwright/check'
import { afterAll, describe, expect, test } from 'vitest'
import { checkSample, hasCorpus, samples } from './corpus.ts'

const labelled = (label: string) => samples.filter(({ verdict }) => verdict.startsWith(label))
const reports = new Map<string, Report>()

async function checked(sample: (typeof samples)[number]): Promise<Report> {
  const report = reports.get(sample.file) ?? (await checkSample(sample))
  reports.set(sample.file, report)
  return report
}

describe.runIf(hasCorpus)('the check of public backends', () => {
  test.each(labelled('accept'))('says that Workspace loads $file', async (sample) => {
    const { errors, verdict } = await checked(sample)
    expect(errors).toEqual([])
    const count = verdict[sample.document]
    expect(count?.loaded).toBe(count?.total)
  })

  test.each(labelled('reject'))('says why Workspace refuses $file, and where', async (sample) => {
    const { errors, verdict } = await checked(sample)
    expect(errors).not.toEqual([])
    expect(verdict[sample.document]).toMatchObject({ loaded: 0, refused: true })
    for (const { place, loses, message } of errors) {
      expect(message).toMatch(/ came.*; allowed: .+/)
      expect(loses).toBe(`all ${sample.document}`)
      expect(place?.range?.line).toBeGreaterThan(0)
      expect(place?.range?.frame).toContain('^')
    }
  })

  test.each(labelled('reject'))('names the cause of the real client in $file', async ({ verdict, ...sample }) => {
    const { errors } = await checked({ verdict, ...sample })
    const said = errors.map(({ code, path }) => `${code} ${path}`).join('\n')
    const [, key = ''] = /^reject: (?:.*\.)?(\w+) (?:Invalid|Required|Endpoint)/.exec(verdict) ?? []
    expect(said).toContain(verdict.startsWith('reject(unparseable)') ? 'json-unreadable' : key)
  })

  afterAll(() => {
    const counts = new Map<string, number>()
    for (const { findings } of reports.values()) {
      for (const { severity, code } of findings) {
        counts.set(`${severity} ${code}`, (counts.get(`${severity} ${code}`) ?? 0) + 1)
      }
    }
    const lines = [...counts].sort().map(([rule, count]) => `${String(count).padStart(5)} ${rule}`)
    process.stdout.write(`findings per rule in ${reports.size} labelled documents:\n${lines.join('\n')}\n`)
  })
})
