import { column, param, table, type BackendOptions } from '../../src/index.ts'

const symbol = param.text('Symbol', { value: 'AAPL' })
const issuer = param.endpoint('Issuer', { options: () => [], value: 'acme' })

/** Every type and every feature of a column. */
export default {
  name: 'Columns',
  widgets: {
    every: table({
      name: 'Every column',
      columns: {
        text: column.text('Text', { headerTooltip: 'Help', pinned: 'left', width: 100, minWidth: 50, maxWidth: 200 }),
        number: column.number('Number', { decimalPlaces: 2, prefix: '$', suffix: ' m', align: 'right' }),
        integer: column.integer('Integer', { aggFunc: 'sum', sort: 'desc', sortIndex: 0 }),
        percent: column.percent('Percent', { renderFn: 'greenRed' }),
        ratio: column.normalizedPercent('Ratio', { renderFn: ['greenRed', 'showCellChange'], colorValueKey: 'change' }),
        day: column.date('Day', { chartDataType: 'time', formatterFn: 'dateToYear' }),
        flag: column.boolean('Flag', { hide: true, rowGroup: true, enableCellChangeWs: false }),
        object: column.object('Object', { chartDataType: 'excluded' }),
        rules: column.number('Rules', {
          colorRules: [
            { condition: 'between', range: { min: 0, max: 10 }, color: '#F80', fill: true },
            { condition: 'lt', value: 0, color: 'red' },
          ],
        }),
        words: column.text('Words', { renderFn: 'titleCase', colorRules: [{ condition: 'contains', value: 'x', color: 'blue' }] }),
        card: column.hoverCard('Card', { hoverCard: { cellField: 'name', title: 'Issuer', markdown: '**{country}**' } }),
        plain: column.hoverCard('Plain card'),
        line: column.sparkline('Line', {
          type: 'line',
          dataField: 'history',
          options: {
            stroke: '#08F',
            strokeWidth: 2,
            xKey: 'day',
            yKey: 'close',
            markers: { enabled: true, shape: 'circle' },
            pointsOfInterest: { minimum: { fill: 'red', size: 4 } },
          },
          width: 120,
        }),
        bars: column.sparkline('Bars', { type: 'bar' }),
        symbol: column.text('Symbol', { sets: symbol }),
        issuer: column.text('Issuer', { sets: { param: issuer, valueField: 'text', forceUpdate: true } }),
        ask: column.text('Ask', { sendToAgent: { markdown: 'Why did {symbol} move?', agentId: 'helper' } }),
        all: column.number('All at once', {
          renderFn: 'greenRed',
          sets: symbol,
          colorRules: [{ condition: 'gte', value: 5, color: 'green' }],
          hoverCard: { markdown: '{note}' },
        }),
      },
      load: () => [],
    }),
    receiver: table({ name: 'Receives', params: { symbol, issuer }, load: () => [] }),
    none: table({ name: 'No columns', columns: {}, load: () => [] }),
  },
} satisfies BackendOptions
