import { entry } from '../entry.ts'

const quote = (text: string): string => JSON.stringify(text)

/** A page of a table that disagrees with what was asked. */
const page = ({ request, reason }: { request: string; reason: string }) => `Asked for ${request}: ${reason}.`
/** What a socket did. */
export interface SocketFacts {
  readonly url: string
  readonly reason: string
}
/** What a chart's source answered. */
export interface UdfFacts {
  readonly url: string
  readonly reason: string
}

/** What `check` can find in the data of a running backend, besides what one answer shows. */
export const dataProbeErrors = {
  'ssrm-sort': entry('A paged table does not sort', 500, (d: { request: string; reason: string }) => ({
    message: page(d),
    hint: 'Sort all rows by sortModel before the page is cut out of them: numbers as numbers, empty cells at one end.',
  })),
  'ssrm-filter': entry('A paged table does not filter', 500, (d: { request: string; reason: string }) => ({
    message: page(d),
    hint: 'Keep the rows that filterModel lets through, before the page is cut out of them, and count those in rowCount.',
  })),
  'ssrm-count': entry('The pages of a table do not agree', 500, (d: { request: string; reason: string }) => ({
    message: page(d),
    hint: 'Answer in rowCount how many rows there are in all after filtering, the same on every page.',
  })),
  'ssrm-beyond': entry('A page beyond the end is not empty', 500, (d: { request: string; reason: string }) => ({
    message: page(d),
    hint: 'Answer 200 with no rowData beyond the end: grids ask there when rows have gone.',
  })),
  'ssrm-group': entry('A paged table does not group', 500, (d: { request: string; reason: string }) => ({
    message: page(d),
    hint: 'While groupKeys is shorter than rowGroupCols, answer one row for each value of the next column, which carries that column; then the rows of the group.',
  })),
  'socket-refused': entry('A socket cannot be opened', 500, (d: SocketFacts) => ({
    message: `${d.url} cannot be opened: ${d.reason}.`,
    hint: 'Serve a WebSocket where wsEndpoint points; a proxy in between has to pass upgrades on.',
  })),
  'socket-denied': entry('A socket wants a key', 500, (d: SocketFacts & { hasHeaders: boolean }) => ({
    message: `${d.url} cannot be opened: ${d.reason}. Browsers send no header with a socket${d.hasHeaders ? ', so those of the connection do not reach it' : ''}.`,
    hint: 'Take the key as a query key of the connection, or write a ticket into wsEndpoint when widgets.json is read with the key.',
  })),
  'socket-closed': entry('A socket closes without a row', 500, (d: SocketFacts & { code: number }) => ({
    message: `${d.url} takes the params and closes with ${d.code}${d.reason === '' ? '' : ` (${d.reason})`} before a row has come.`,
    hint: "Look into the backend's log: a socket stays open until the page closes it.",
  })),
  'socket-silent': entry('A socket says nothing', 500, (d: { url: string; seconds: number }) => ({
    message: `${d.url} sent nothing within ${d.seconds} s after the params.`,
    hint: 'Nothing is wrong when nothing has changed; the newest rows, sent at once, spare the page what it missed since it loaded.',
  })),
  'socket-unreadable': entry('A message of a socket is no JSON', 500, (d: SocketFacts) => ({
    message: `${d.url} sends what is no row: ${d.reason}.`,
    hint: 'Send text frames with the JSON of a row, or of an array of rows.',
  })),
  'socket-row-id': entry('A message of a socket names no row', 500, (d: { id: readonly string[]; got: string }) => ({
    message: `A row of a message lacks ${d.id.map(quote).join(', ')}, by which rows are found: ${d.got} came. It changes nothing.`,
    hint: 'Send the fields of data.wsRowIdColumn with every row.',
  })),
  'socket-row-unknown': entry(
    'A message of a socket names rows that are not shown',
    500,
    (d: { got: string; known: string }) => ({
      message: `No row of the messages is one that the endpoint answered: ${d.got} came, ${d.known} is shown. Workspace ignores rows it does not know.`,
      hint: 'Write the values of data.wsRowIdColumn in the same way in the answer and in the messages, and send the rows that the params ask for.',
    }),
  ),
  'socket-value': entry(
    'A message of a socket has values of another type',
    500,
    (d: { field: string; wanted: string; got: string }) => ({
      message: `The column ${quote(d.field)} holds ${d.wanted}, but ${d.got} came.`,
      hint: 'Send the same types as the endpoint answers: numbers without quotes.',
    }),
  ),
  'options-shape': entry(
    'An option of a dropdown cannot be shown',
    500,
    (d: { url: string; at: string; reason: string; got: string }) => ({
      message: `Of the options of ${d.url}, ${d.at} is none: ${d.reason}; ${d.got} came.`,
      hint: 'Answer {"label", "value"} for each option, and extraInfo {"description", "rightOfDescription"} for its second line.',
    }),
  ),
  'options-default': entry(
    'A default value is not among the options',
    500,
    (d: { url: string; value: string; options: string }) => ({
      message: `${d.value} is the default value, but ${d.url} offers ${d.options}.`,
      hint: 'Choose a default value that is offered, or offer it.',
    }),
  ),
  'widget-choice': entry(
    'A widget fails with a value that Workspace offers',
    500,
    (d: { given: string; reason: string }) => ({
      message: `With ${d.given} it has no answer to show: ${d.reason}.`,
      hint: 'Answer every choice that is offered; an empty list is shown as empty.',
    }),
  ),
  'widget-crash': entry(
    'A widget crashes on a value',
    500,
    (d: { method: string; url: string; given: string; answered: number; said: string }) => ({
      message: `${d.method} ${d.url}, with ${d.given}, answers ${d.answered}${d.said === '' ? '' : `: ${d.said}`}.`,
      hint: 'Users clear fields, and agents send any type: answer 422 with a "detail" that says what is wrong, or treat what is missing as none.',
    }),
  ),
  'widget-raw': entry('The raw data of a widget are no rows', 500, (d: { url: string; reason: string }) => ({
    message: `${d.url} is asked for the data behind it: ${d.reason}.`,
    hint: 'Answer raw=true with an array of rows, or leave "raw" out of the widget.',
  })),
  'udf-symbol': entry('The symbol of a chart is not found', 500, (d: UdfFacts) => ({
    message: `${d.url} does not describe the chart's symbol: ${d.reason}.`,
    hint: 'Answer /symbols with name, timezone, session, minmov, pricescale and supported_resolutions.',
  })),
  'udf-search': entry('The search of a chart finds no symbols', 500, (d: UdfFacts) => ({
    message: `${d.url} is no list of symbols: ${d.reason}.`,
    hint: 'Answer /search with a list of {symbol, full_name, description, exchange, type}, or say supports_search: false in /config.',
  })),
  'udf-history': entry('The history of a chart cannot be drawn', 500, (d: UdfFacts) => ({
    message: `${d.url} has no bars to draw: ${d.reason}.`,
    hint: 'Answer /history with {"s": "ok", "t", "o", "h", "l", "c", "v"}, lists of numbers of one length.',
  })),
  'udf-times': entry('The times of bars are wrong', 500, (d: UdfFacts) => ({
    message: `The times of ${d.url} cannot be drawn as they are: ${d.reason}.`,
    hint: 'Answer Unix seconds, ascending, each once; bars of a day and longer begin at 00:00 UTC.',
  })),
  'udf-range': entry('Bars lie outside the asked range', 500, (d: UdfFacts) => ({
    message: `${d.url} answers other bars than were asked for: ${d.reason}.`,
    hint: 'Answer the bars from "from" to "to", in Unix seconds.',
  })),
  'udf-countback': entry('A history has fewer bars than were counted', 500, (d: UdfFacts) => ({
    message: `${d.url} answers fewer bars than countback says, though there are earlier ones: ${d.reason}.`,
    hint: 'Answer countback bars that end at "to", also those before "from": weekends then leave no holes.',
  })),
  'udf-no-data': entry('A history does not say that it has ended', 500, (d: UdfFacts) => ({
    message: `There are no bars in the range of ${d.url}, which it does not say: ${d.reason}.`,
    hint: 'Answer {"s": "no_data"} where there are no bars, with nextTime when there are earlier ones; else the chart asks on and on.',
  })),
  'udf-error-status': entry(
    'A chart is answered with an error status',
    500,
    (d: { url: string; answered: number }) => ({
      message: `${d.url} answers ${d.answered}: the chart does not read the reason.`,
      hint: 'Answer 200 with {"s": "error", "errmsg": "…"}.',
    }),
  ),
}
