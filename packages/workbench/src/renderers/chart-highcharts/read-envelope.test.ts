import { describe, expect, it } from 'vitest'
import { toModules } from './constructors.ts'
import { readEnvelope } from './read-envelope.ts'

const userOptions = { title: { text: 'Flows' }, series: [{ type: 'column', data: [1, null, 2] }] }

describe('the envelope of an answer', () => {
  it('holds options and one of four constructors', () => {
    for (const constructorType of ['chart', 'stockChart', 'mapChart', 'ganttChart'] as const) {
      const envelope = { userOptions, constructorType }
      expect(readEnvelope({ ...envelope, renderTo: 'x' }, undefined)).toEqual({ envelope, problems: [] })
    }
    expect(readEnvelope({ a: { userOptions } }, 'a').envelope?.constructorType).toBe('chart')
  })

  it('says which constructor it does not know', () => {
    expect(readEnvelope({ userOptions, constructorType: 'eval' }, undefined)).toMatchObject({
      envelope: { constructorType: 'chart' },
      problems: [{ path: 'constructorType', severity: 'warning' }],
    })
  })

  it.each([
    [[], 'an array', 'userOptions'],
    [null, 'null', 'userOptions'],
    [userOptions, 'draws nothing', 'bare options'],
    [{ userOptions: [] }, 'an array', 'to_dict'],
  ])('is not %j', (answer, message, hint) => {
    const { envelope, problems } = readEnvelope(answer, undefined)
    expect(envelope).toBeUndefined()
    expect(problems).toMatchObject([{ message: expect.stringContaining(message), hint: expect.stringContaining(hint) }])
  })

  it('loses functions and ways to other machines', () => {
    const { envelope, problems } = readEnvelope(
      {
        userOptions: {
          chart: {
            events: { load: 'function () { alert(1) }' },
            plotBackgroundImage: 'https://evil.test/x.png',
            renderTo: 'page',
          },
          tooltip: { formatter: 'function () {}', pointFormat: '{point.y}' },
          data: { csvURL: 'https://evil.test/x.csv', csv: 'a,b' },
          exporting: { url: 'https://evil.test/export' },
          series: [{ marker: { symbol: 'url(https://evil.test/x.png)' }, data: [{ y: 1, url: 'kept as a word' }] }],
        },
      },
      undefined,
    )
    expect(envelope?.userOptions).toEqual({
      chart: { events: {} },
      tooltip: { pointFormat: '{point.y}' },
      data: { csv: 'a,b' },
      exporting: {},
      series: [{ marker: {}, data: [{ y: 1, url: 'kept as a word' }] }],
    })
    expect(problems.map(({ path }) => path)).toEqual([
      'userOptions.chart.events.load',
      'userOptions.chart.plotBackgroundImage',
      'userOptions.chart.renderTo',
      'userOptions.tooltip.formatter',
      'userOptions.data.csvURL',
      'userOptions.exporting.url',
      'userOptions.series[0].marker.symbol',
    ])
  })
})

it('names the files that draw options', () => {
  expect(toModules('stockChart', userOptions)).toEqual(['highcharts-more', 'modules/accessibility', 'modules/stock'])
  expect(
    toModules('chart', {
      chart: { type: 'sunburst', options3d: {} },
      series: [{ type: 'constructor' }, null],
      drilldown: {},
    }),
  ).toEqual([
    'highcharts-more',
    'modules/accessibility',
    'modules/treemap',
    'modules/sunburst',
    'highcharts-3d',
    'modules/drilldown',
  ])
})
