// `npx jiti bench/check/run.ts [widgets]`: how long the check of one large backend takes, sound and with a slip in every tenth widget,
// and what stays in memory of one check after ten of them.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { checkSources } from '../../packages/deskwright/src/check/check-sources.ts'
import { renderText } from '../../packages/deskwright/src/check/reports/text.ts'
import type { Source } from '../../packages/deskwright/src/check/source.ts'

const count = Number(process.argv[2] ?? 10_000)
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

for (const slip of [0, 10]) {
  const text = toText(count, slip)
  const times = Array.from({ length: 5 }, () => {
    const [start, used] = [performance.now(), process.cpuUsage()]
    const findings = checkOnce(text)
    const { user, system } = process.cpuUsage(used)
    return { time: performance.now() - start, work: (user + system) / 1000, findings }
  })
  const median = times.toSorted((one, other) => one.time - other.time)[2]
  console.log(
    `${count} widgets, ${(text.length / 2 ** 20).toFixed(1)} MB, ${median?.findings} findings: ${median?.time.toFixed(0)} ms by the clock, ${median?.work.toFixed(0)} ms of work (target below 2000)`,
  )
  const heaps = Array.from({ length: 10 }, () => {
    checkOnce(text)
    collectGarbage()
    return Math.round(process.memoryUsage().heapUsed / 2 ** 20)
  })
  console.log(`  heap after 1, 2 and 10 more checks: ${heaps[0]}, ${heaps[1]} and ${heaps[9]} MB`)
}

function checkOnce(text: string): number {
  const sources: readonly Source[] = [{ document: 'widgets', name: 'widgets.json', content: { text } }]
  const report = checkSources('bench', sources)
  renderText(report, { verbose: true, paint: (_style, part) => part })
  return report.findings.length
}

function toText(size: number, slip: number): string {
  const widgets = Array.from({ length: size }, (_, index) => [
    `widget_${index}`,
    {
      name: `Widget ${index}`,
      description: 'Prices of one symbol, by day',
      category: 'Equity',
      type: slip > 0 && index % slip === 0 ? 'tabel' : 'table',
      endpoint: `data/${index}`,
      gridData: { w: 20, h: 12 },
      params: [
        { paramName: 'symbol', type: 'endpoint', optionsEndpoint: 'symbols', value: 'AAPL' },
        {
          paramName: 'view',
          type: 'text',
          value: 'day',
          options: ['day', 'week'].map((value) => ({ label: value, value })),
        },
      ],
      data: {
        table: {
          columnsDefs: Array.from({ length: 5 }, (_column, field) => ({
            field: `f${field}`,
            headerName: `Field ${field}`,
          })),
        },
      },
    },
  ])
  return JSON.stringify(Object.fromEntries(widgets), undefined, 2)
}
