import { entry } from '../entry.ts'

/** What can go wrong while a request is answered. */
export const requestErrors = {
  'params-invalid': entry(
    'A parameter has a value it cannot have',
    422,
    (d: { problems: readonly string[]; byField?: Readonly<Record<string, string>> }) => ({
      message: d.problems.join('; '),
      hint: 'Send the values named in the message, or leave the parameter out to get its default.',
    }),
  ),
  'form-refused': entry(
    'A form refused some of its fields',
    400,
    (d: { text: string; byField: Readonly<Record<string, string>> }) => ({
      message: d.text,
      hint: "The form's handler said so with refuseFields({ field: text }).",
    }),
  ),
  'request-refused': entry('A loader refused the request', 400, (d: { status: number; detail: string }) => ({
    message: d.detail,
    hint: 'The loader said so with refuse(status, detail).',
  })),
  'path-unknown': entry('Nothing is served at this path', 404, (d: { path: string; nearest: string | undefined }) => ({
    message: `Nothing is served at ${d.path}.${d.nearest === undefined ? '' : ` Did you mean ${d.nearest}?`}`,
    hint: 'Open the root of the backend in a browser for the list of what it serves.',
  })),
  'method-not-allowed': entry(
    'The path answers other methods',
    405,
    (d: { path: string; method: string; allow: string }) => ({
      message: `${d.path} does not answer ${d.method}. It answers ${d.allow}.`,
      hint: `Use one of ${d.allow}.`,
    }),
  ),
  'request-malformed': entry('The request is not for any URL', 400, (d: { problem: string }) => ({
    message: `The request cannot be understood: ${d.problem}.`,
    hint: 'Send a path that starts with / and a Host header, as browsers do.',
  })),
  'body-malformed': entry('The request body is not JSON', 400, (d: { problem: string }) => ({
    message: `The request body is not JSON: ${d.problem}.`,
    hint: 'Send a JSON object whose keys are the parameters, whatever the content type.',
  })),
  'body-too-large': entry('The request body is too large', 413, (d: { limit: number }) => ({
    message: `The request body is larger than ${d.limit} bytes.`,
    hint: 'Send less, or raise bodyLimit in defineBackend.',
  })),
  'not-authenticated': entry('The request does not say who is asking', 401, (d: { name: string }) => ({
    message: `${d.name} does not know who is asking. Check the key or token in the backend's connection settings.`,
    hint: "Edit the backend's connection in Workspace and enter the header or query value that its author gave you.",
  })),
  'origin-refused': entry('A form was sent from a page that is not allowed', 403, (d: { origin: string }) => ({
    message: `Pages of ${d.origin} may not submit forms here.`,
    hint: 'Add the origin to origins in defineBackend, or start with --origin.',
  })),
  'load-failed': entry(
    'A loader threw an error',
    500,
    (d: { where: string; requestId: string; reason: string | undefined }) => ({
      message:
        d.reason === undefined
          ? `${d.where} failed. The backend's log tells why, under request id ${d.requestId}.`
          : `${d.where} failed: ${d.reason}`,
      hint: 'Read the log entry with this request id; run `deskwright dev` to see the reason and the stack in the answer.',
    }),
  ),
  'load-unavailable': entry(
    'A loader cannot answer for the moment',
    503,
    (d: { where: string; requestId: string; status: number; title: string; reason: string | undefined }) => ({
      message:
        d.reason === undefined
          ? `${d.where} cannot answer now: ${d.title}. The backend's log tells more, under request id ${d.requestId}.`
          : `${d.where} cannot answer now: ${d.reason}`,
      hint: 'Try again later; read the log entry with this request id for what stands in the way.',
    }),
  ),
  'load-timed-out': entry('A loader took too long', 504, (d: { where: string; timeout: number }) => ({
    message: `${d.where} did not answer within ${d.timeout} ms.`,
    hint: 'Make the loader faster, pass context.signal on so that it stops, or raise timeout of the widget or the backend.',
  })),
  'answer-wrong-shape': entry(
    'A loader returned something its widget cannot show',
    500,
    (d: { where: string; got: string; expects: string; problem: string }) => ({
      message: `${d.where} returned ${d.got}, but should return ${d.expects}: ${d.problem}.`,
      hint: 'Change what load returns; a forgotten return or await gives undefined.',
    }),
  ),
  'answer-not-json': entry(
    'A loader returned something that cannot be written as JSON',
    500,
    (d: { where: string; problem: string }) => ({
      message: `${d.where} returned something that cannot be written as JSON: ${d.problem}.`,
      hint: 'Return plain objects, arrays, strings, numbers, booleans, dates and null, without cycles.',
    }),
  ),
  'answer-broken-off': entry('An answer broke off in the middle', 500, (d: { where: string; requestId: string }) => ({
    message: `The answer of ${d.where} broke off. The backend's log tells why, under request id ${d.requestId}.`,
    hint: 'Read the log entry with this request id: a query failed while its rows were already on their way.',
  })),
  'chart-column-unknown': entry(
    'A chart is drawn from a column that its rows do not have',
    500,
    (d: { name: string; columns: readonly string[]; nearest: string | undefined }) => ({
      message:
        `The rows have no column ${JSON.stringify(d.name)}` +
        `${d.nearest === undefined ? '' : `; did you mean ${JSON.stringify(d.nearest)}`}? They have ${d.columns.join(', ')}.`,
      hint: 'Name one of the columns in x, y, by, z or ohlc of the chart, or rename a column in the query: select price as close.',
    }),
  ),
  'chart-values-unfit': entry(
    'A chart is drawn from values that are no numbers',
    500,
    (d: { name: string; got: string }) => ({
      message: `The column ${JSON.stringify(d.name)} has no numbers to draw; one of its values is ${JSON.stringify(d.got)}.`,
      hint: 'Draw another column, or turn it into numbers in the query: select price::double as price. Names and dates belong to x and by.',
    }),
  ),
  'chart-too-large': entry('A chart is too large to be drawn', 500, (d: { what: string; most: number }) => ({
    message: `The chart has more than ${d.most.toLocaleString('en')} ${d.what}, which no browser draws well.`,
    hint: 'Aggregate in the query (date_trunc, group by, histogram), filter by a parameter, or name fewer groups in by.',
  })),
  'markup-place-unsafe': entry(
    'A value stands where HTML cannot hold one safely',
    500,
    (d: { where: string; before: string }) => ({
      message: `A value of markup stands ${d.where}, behind ${JSON.stringify(d.before)}.`,
      hint: 'Put values into text or between the quotes of an attribute; give a script its data as data-rows="${JSON.stringify(rows)}", and use trusted() for what you wrote yourself.',
    }),
  ),
  'markup-value-unfit': entry('A value is no text for HTML', 500, (d: { got: string }) => ({
    message: `A value of markup is ${d.got}.`,
    hint: 'Give text, numbers, other markup or arrays of these; choose a field of an object, or write it with JSON.stringify.',
  })),
  'file-type-unknown': entry('A file is of no kind that Workspace shows', 500, (d: { filename: string }) => ({
    message: `Neither the first bytes nor the name of ${d.filename} say that it is a kind of file that Workspace shows.`,
    hint: 'Say what it is with data_type: pdf, png, jpg, csv, md, txt, xlsx, xls, docx or html; others cannot be shown.',
  })),
  'file-url-unfit': entry('The address of a file cannot be fetched by a browser', 500, (d: { url: string }) => ({
    message: `The file's url is ${JSON.stringify(d.url)}.`,
    hint: 'Give a full address that begins with https://, or with http:// on this machine; give files of your own by their bytes.',
  })),
  'range-unfit': entry(
    'A part of a file was asked for that it does not have',
    416,
    (d: { range: string; size: number }) => ({
      message: `The file has ${d.size} bytes; ${d.range} was asked for.`,
      hint: 'Ask for bytes that the file has: Range: bytes=0-1023.',
    }),
  ),
  'bar-invalid': entry('A bar has no time or no price', 500, (d: { index: number; key: string; got: string }) => ({
    message: `Bar ${d.index} has the ${d.key} ${d.got}.`,
    hint: 'Give time as Unix seconds, a Date or ISO 8601 text, and prices as numbers; leave out bars without prices.',
  })),
  'trading-resolution-unfit': entry(
    'A trading chart cannot offer a resolution',
    500,
    (d: { got: string; base: string | undefined }) => ({
      message:
        d.base === undefined
          ? `${JSON.stringify(d.got)} is no resolution.`
          : `Bars of the resolution ${JSON.stringify(d.got)} cannot be made of bars of ${JSON.stringify(d.base)}.`,
      hint: 'Write minutes that a day is a multiple of (1, 5, 60), or D, W, M; offer only multiples of the resolution of the bars.',
    }),
  ),
  'trading-symbol-invalid': entry(
    'A symbol is traded in an unknown zone or session',
    500,
    (d: { name: string; key: string; value: string }) => ({
      message: `The symbol ${JSON.stringify(d.name)} has the ${d.key} ${JSON.stringify(d.value)}.`,
      hint: 'Write a timezone as an IANA name such as America/New_York, and a session as 24x7 or hours such as 0930-1600.',
    }),
  ),
  'backend-broken': entry('The backend has errors and serves nothing', 500, (d: { name: string; report: string }) => ({
    message: `${d.name} cannot be served until its errors are mended:\n${d.report}`,
    hint: 'Mend the findings in the message; `deskwright list` shows them too.',
  })),
  'auth-unusable': entry('An auth helper would let nobody in, or anybody', 500, (d: { problem: string }) => ({
    message: `${d.problem}.`,
    hint: 'Give apiKey at least one key that is not empty, and bearer either jwksUrl or jwks.',
  })),
}
