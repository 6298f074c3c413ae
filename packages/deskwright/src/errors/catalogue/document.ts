import { entry } from '../entry.ts'

const quote = (text: string): string => JSON.stringify(text)

/** Lists names for a message, without an end: `"a", "b", "c", …`. */
const list = (names: readonly string[], most = 12): string => {
  if (names.length === 0) return 'none'
  return names.slice(0, most).map(quote).join(', ') + (names.length > most ? ', …' : '')
}

/** What can be wrong with the documents Workspace reads. */
export const documentErrors = {
  'json-unreadable': entry(
    'The document is not JSON',
    400,
    (d: { line: number; column: number; came: string; allowed: string; hint: string }) => ({
      message: `Line ${d.line}, column ${d.column}: ${d.came} came; allowed: ${d.allowed}.`,
      hint: d.hint,
    }),
  ),
  'document-shape': entry(
    'The document has the wrong shape',
    400,
    (d: { came: string; allowed: string; example: string }) => ({
      message: `The document is ${d.came}; allowed: ${d.allowed}.`,
      hint: `Write it as ${d.example}.`,
    }),
  ),
  'key-missing': entry('A key is missing', 400, (d: { key: string; allowed: string }) => ({
    message: `${quote(d.key)} is missing: nothing came; allowed: ${d.allowed}.`,
    hint: `Add ${quote(d.key)}.`,
  })),
  'key-unknown': entry(
    'A key is not known',
    400,
    (d: { key: string; instead: string | undefined; known: readonly string[] }) => ({
      message: `Workspace does not know ${quote(d.key)} here, and ignores it.`,
      hint:
        d.instead === undefined
          ? `Remove it; known are ${list(d.known, 40)}.`
          : `Write ${quote(d.instead)} instead, or remove it.`,
    }),
  ),
  'key-respelled': entry('A key has another spelling', 400, (d: { from: string; to: string; read: boolean }) => ({
    message: d.read
      ? `${quote(d.from)} is an old spelling of ${quote(d.to)}; Workspace still reads it.`
      : `${quote(d.from)} is not read by Workspace; ${quote(d.to)} was probably meant.`,
    hint: `Write ${quote(d.to)}.`,
  })),
  'key-undocumented': entry('Workspace warns about a key', 400, (d: { key: string }) => ({
    message: `Workspace does not read ${quote(d.key)}, and warns about it.`,
    hint:
      d.key === 'ai'
        ? 'Write "disableRetrievalForCopilot": true to hide the widget from agents.'
        : d.key === 'id'
          ? 'Remove it: the key of the entry is the id.'
          : 'Remove it if the warning disturbs.',
  })),
  'value-illegal': entry(
    'A value is not allowed',
    400,
    (d: { came: string; allowed: string; nearest: string | undefined }) => ({
      message: `${d.came} came; allowed: ${d.allowed}.`,
      hint: d.nearest === undefined ? 'Write an allowed value.' : `Write ${d.nearest}.`,
    }),
  ),
  'params-ignored': entry('Parameters are not in an array', 400, (_details: Readonly<Record<string, never>>) => ({
    message: 'An object came; allowed: an array of parameters. Workspace accepts the widget, but it has no parameters.',
    hint: 'Write "params": [{"paramName": …, "type": …}].',
  })),
  'multiple-not-text': entry('Only text parameters take several free values', 400, (d: { type: string }) => ({
    message: `"multiple": true came with type ${quote(d.type)}; allowed: type "text".`,
    hint: 'Write "multiSelect": true to choose several of the options, or change the type to "text".',
  })),
  'app-id': entry('An app has an id of its own', 400, (d: { id: string | undefined }) => ({
    message: `${d.id ?? 'nothing'} came; allowed: an id that starts with "custom-", or none.`,
    hint: 'Leave "id" out: Workspace makes it from the name.',
  })),
  'agent-id': entry("An agent's id has unusual characters", 400, (d: { id: string }) => ({
    message: `${quote(d.id)} came; allowed: small letters, digits, hyphens and underscores.`,
    hint: 'Write the id in small letters, with hyphens instead of spaces.',
  })),
  'widget-id': entry("A widget's id has unusual characters", 400, (d: { id: string }) => ({
    message: `${quote(d.id)} came; safe are letters, digits, hyphens and underscores: ids also stand in prompts and Excel formulas.`,
    hint: `Write ${quote(d.id.replace(/[^A-Za-z0-9_-]+/g, '_'))}.`,
  })),
  'text-empty': entry('A widget has no name or description', 400, (d: { key: string }) => ({
    message: `${quote(d.key)} is empty: people and agents find widgets by their words.`,
    hint: `Say in ${quote(d.key)} what the widget shows.`,
  })),
  'endpoint-query': entry('An endpoint already has a query', 400, (d: { url: string; lost: readonly string[] }) => ({
    message: `${quote(d.url)} contains "?", and Workspace appends nothing to such a URL: ${list(d.lost)} never arrive${d.lost.length === 1 ? 's' : ''}.`,
    hint: 'Take the query out of the URL and make it parameters with "show": false.',
  })),
  'endpoint-placeholder': entry(
    'A placeholder in an endpoint has no parameter',
    400,
    (d: { name: string; names: readonly string[] }) => ({
      message: `{${d.name}} stands in the endpoint, but no parameter has that name; there are: ${list(d.names)}.`,
      hint: `Add a parameter called ${quote(d.name)}, or correct the placeholder.`,
    }),
  ),
  'endpoint-shared': entry(
    'Two widgets ask the same question for different answers',
    400,
    (d: { endpoint: string; id: string; answer: string; otherId: string; otherAnswer: string }) => ({
      message: `${quote(d.id)} needs ${d.answer} and ${quote(d.otherId)} needs ${d.otherAnswer}, but both send the same request to ${quote(d.endpoint)}.`,
      hint: `Give ${quote(d.id)} an endpoint of its own.`,
    }),
  ),
  'iframe-url': entry('A page cannot be embedded', 400, (d: { url: string }) => ({
    message: `${quote(d.url)} came; allowed: https, or http on localhost or 127.0.0.1.`,
    hint: 'Serve the page over https.',
  })),
  'interval-short': entry('A time is below one second', 400, (d: { key: string; value: number }) => ({
    message: `${d.value} came; allowed: a number of milliseconds ≥ 1000, or false.`,
    hint: `Write "${d.key}": 1000 or more, or false.`,
  })),
  'stale-time-long': entry(
    'Data is fetched again before it is stale',
    400,
    (d: { staleTime: number; refetchInterval: number }) => ({
      message: `staleTime is ${d.staleTime} ms, but the data is fetched again every ${d.refetchInterval} ms: it is never marked as stale.`,
      hint: 'Make staleTime at most refetchInterval.',
    }),
  ),
  'cron-illegal': entry('A schedule cannot be read', 400, (d: { value: string }) => ({
    message: `${quote(d.value)} came; allowed: five fields, minute hour day month weekday.`,
    hint: 'Write for example "*/5 9-17 * * 1-5".',
  })),
  'grid-size': entry('A widget is larger than the grid', 400, (d: { key: string; value: number; most: number }) => ({
    message: `${d.value} came; allowed: 1 to ${d.most}.`,
    hint: `Write "${d.key}": ${Math.min(Math.max(d.value, 1), d.most)}.`,
  })),
  'raw-unsupported': entry('A widget type has no raw view', 400, (d: { type: string; types: readonly string[] }) => ({
    message: `"raw": true came with type ${quote(d.type)}; the raw switch exists for ${list(d.types)}.`,
    hint: 'Remove "raw".',
  })),
  'live-grid-socket': entry('A live grid has no socket', 400, (_details: Readonly<Record<string, never>>) => ({
    message: 'The live grid has no "wsEndpoint": it shows its first rows and never changes.',
    hint: 'Add "wsEndpoint".',
  })),
  'live-grid-row-id': entry(
    'A live grid cannot tell its rows apart',
    400,
    (_details: Readonly<Record<string, never>>) => ({
      message: 'The live grid has no "wsRowIdColumn": every update is appended as a new row.',
      hint: 'Name the column or columns that identify a row in data.wsRowIdColumn.',
    }),
  ),
  'omni-prompt': entry('An omni widget has no prompt', 400, (_details: Readonly<Record<string, never>>) => ({
    message: 'No text parameter is called "prompt": the widget has no box to type in.',
    hint: 'Add {"paramName": "prompt", "type": "text", "show": false}.',
  })),
  'file-selector': entry(
    'A file viewer needs exactly one file selector',
    400,
    (d: { names: readonly string[]; endpoints: readonly string[] }) => ({
      message: `${d.names.length === 0 ? 'No' : d.names.length} endpoint parameter${d.names.length > 1 ? 's' : ''} with "roles": ["fileSelector"] came${d.names.length === 0 ? '' : ` (${list(d.names)})`}; allowed: exactly one.`,
      hint:
        d.names.length > 1
          ? `Keep the role on one of ${list(d.names)}.`
          : d.endpoints.length > 0
            ? `Add "roles": ["fileSelector"] to ${quote(d.endpoints[0] ?? '')}.`
            : 'Add a parameter of type "endpoint" with "optionsEndpoint" and "roles": ["fileSelector"].',
    }),
  ),
  'param-duplicate': entry('Two parameters have one name', 400, (d: { name: string; first: string }) => ({
    message: `${quote(d.name)} is also the name of ${d.first}: both are one key in the request.`,
    hint: 'Give one of them another name.',
  })),
  'param-default': entry('A default does not fit its parameter', 400, (d: { came: string; allowed: string }) => ({
    message: `${d.came} came; allowed: ${d.allowed}.`,
    hint: 'Write an allowed value, or null for none.',
  })),
  'options-missing': entry('A dropdown has no choices', 400, (d: { type: string; key: string }) => ({
    message: `A parameter of type ${quote(d.type)} has no ${quote(d.key)}: there is nothing to choose from.`,
    hint: `Add ${quote(d.key)}.`,
  })),
  'options-param-unknown': entry(
    'Choices depend on a parameter that does not exist',
    400,
    (d: { name: string; names: readonly string[] }) => ({
      message: `"$${d.name}" came, but no parameter of the widget is called ${quote(d.name)}; there are: ${list(d.names)}.`,
      hint: 'Name a parameter of the same widget after the $, or write a fixed value without $.',
    }),
  ),
  'form-part': entry('A form cannot be submitted', 400, (d: { part: 'endpoint' | 'button' }) => ({
    message:
      d.part === 'endpoint' ? 'The form has no "endpoint" to be sent to.' : 'The form has no field of type "button".',
    hint: d.part === 'endpoint' ? 'Add "endpoint".' : 'Add {"paramName": "submit", "type": "button", "value": true}.',
  })),
  'column-duplicate': entry('Two columns have one field', 400, (d: { field: string }) => ({
    message: `An earlier column also has the field ${quote(d.field)}.`,
    hint: 'Remove one of them, or give it a field of its own in the rows.',
  })),
  'color-illegal': entry('A colour is not allowed', 400, (d: { color: string; allowed: string }) => ({
    message: `${d.color} came; allowed: ${d.allowed}.`,
    hint: 'Write the colour as a hex code, for example "#FFC107".',
  })),
  'render-fn-need': entry('A render function lacks what it needs', 400, (d: { renderFn: string; key: string }) => ({
    message: `${quote(d.renderFn)} does nothing without renderFnParams.${d.key}.`,
    hint: `Add renderFnParams.${d.key}, or remove ${quote(d.renderFn)}.`,
  })),
  'chart-field-unknown': entry(
    'A chart uses a field that no column has',
    400,
    (d: { field: string; fields: readonly string[] }) => ({
      message: `${quote(d.field)} came, but the columns have the fields ${list(d.fields)}.`,
      hint: 'Name a field of a column, or add a column for it.',
    }),
  ),
  'click-target': entry(
    'A click sets a parameter that nobody has',
    400,
    (d: { name: string; names: readonly string[] }) => ({
      message: `A click sets ${quote(d.name)}, but no widget has a parameter of that name; there are: ${list(d.names)}.`,
      hint: `Add a parameter called ${quote(d.name)} to the widget that should react, with "show": false if it is not to be seen.`,
    }),
  ),
  'app-name-taken': entry('Two apps have one identity', 400, (d: { name: string; other: string; slug: string }) => ({
    message: `${quote(d.name)} and ${quote(d.other)} both become ${quote(d.slug)}: Workspace keeps only one of them.`,
    hint: 'Give one of them another name.',
  })),
  'tab-id': entry("A tab's id is not its key", 400, (d: { id: string; key: string }) => ({
    message: `${quote(d.id)} came; allowed: ${quote(d.key)}, the key of the tab.`,
    hint: `Write "id": ${quote(d.key)}.`,
  })),
  'layout-id': entry(
    'A layout places a widget that does not exist',
    400,
    (d: { id: string; nearest: string | undefined }) => ({
      message: `${quote(d.id)} is neither a widget of this backend nor something Workspace brings along.`,
      hint: d.nearest === undefined ? 'Correct the id, or remove the item.' : `Write ${quote(d.nearest)}.`,
    }),
  ),
  'layout-size': entry(
    'A placed widget leaves the grid',
    400,
    (d: { id: string; x: number; y: number; w: number; h: number; columns: number }) => ({
      message: `${quote(d.id)} stands at x ${d.x}, y ${d.y} with w ${d.w}, h ${d.h}; allowed: whole numbers, x and y from 0, w and h from 1, and x + w at most ${d.columns}.`,
      hint: `Move it or change its size, so that x + w is at most ${d.columns}.`,
    }),
  ),
  'layout-overlap': entry(
    'Two placed widgets overlap',
    400,
    (d: { id: string; other: string; otherIndex: number }) => ({
      message: `${quote(d.id)} covers ${quote(d.other)} (layout[${d.otherIndex}]): Workspace moves one of them.`,
      hint: 'Change x, y, w or h, so that they stand side by side.',
    }),
  ),
  'layout-under-bar': entry(
    'A widget stands where the tab bar is',
    400,
    (d: { id: string; y: number; height: number }) => ({
      message: `${quote(d.id)} starts at y ${d.y}, but with several tabs the first ${d.height} rows belong to the bar.`,
      hint: `Start the content of every tab at y ${d.height}.`,
    }),
  ),
  'layout-group-unknown': entry(
    'A placed widget joins a group that does not exist',
    400,
    (d: { name: string; names: readonly string[] }) => ({
      message: `${quote(d.name)} is no group of the app; there are: ${list(d.names)}.`,
      hint: 'Add the group to "groups", or correct the name.',
    }),
  ),
  'state-param-unknown': entry(
    'A placed widget starts with a parameter it does not have',
    400,
    (d: { name: string; id: string; names: readonly string[] }) => ({
      message: `${quote(d.id)} has no parameter ${quote(d.name)}; it has: ${list(d.names)}.`,
      hint: 'Correct the name, or remove it.',
    }),
  ),
  'group-name': entry('A group has a name of its own', 400, (d: { name: string }) => ({
    message: `${quote(d.name)} came; reliable are "Group 1", "Group 2", …`,
    hint: 'Rename the group, here and in every layout that names it.',
  })),
  'group-name-taken': entry('Two groups have one name', 400, (d: { name: string }) => ({
    message: `An earlier group is also called ${quote(d.name)}: widgets cannot say which one they join.`,
    hint: 'Give every group a name of its own: "Group 1", "Group 2", …',
  })),
  'group-param-missing': entry('A group does not say which parameter it keeps', 400, (d: { type: string }) => ({
    message: `A group of type ${quote(d.type)} has no "paramName".`,
    hint: 'Add the name of the parameter its widgets share.',
  })),
  'group-member-unknown': entry(
    'A group has a member that does not exist',
    400,
    (d: { id: string; group: string; nearest: string | undefined }) => ({
      message: `${quote(d.id)} in ${quote(d.group)} is no widget of this backend.`,
      hint: d.nearest === undefined ? 'Correct the id, or remove it.' : `Write ${quote(d.nearest)}.`,
    }),
  ),
  'group-member-param': entry(
    "A member of a group lacks the group's parameter",
    400,
    (d: { id: string; group: string; param: string }) => ({
      message: `${quote(d.id)} has no parameter ${quote(d.param)} and no click that sets it: it takes no part in ${quote(d.group)}.`,
      hint: `Add the parameter ${quote(d.param)} to ${quote(d.id)}, or take it out of the group.`,
    }),
  ),
  'group-member-type': entry(
    'A group has the wrong type for its members',
    400,
    (d: { id: string; group: string; type: string; param: string; paramType: string; right: string }) => ({
      message: `${quote(d.group)} has the type ${quote(d.type)}, but ${quote(d.param)} of ${quote(d.id)} is of type ${quote(d.paramType)}; allowed for it: ${quote(d.right)}.`,
      hint: `Write "type": ${quote(d.right)} if all members are alike, or else make their parameters alike.`,
    }),
  ),
  'group-member-source': entry(
    'Members of a group choose from different lists',
    400,
    (d: { group: string; sources: readonly string[] }) => ({
      message: `The members of ${quote(d.group)} get their choices from different sources (${d.sources.join('; ')}): Workspace does not link them.`,
      hint: 'Let them use the same optionsEndpoint, or give them the same "groupById".',
    }),
  ),
  'prompt-mention': entry(
    'A prompt mentions a widget that does not exist',
    400,
    (d: { id: string; nearest: string | undefined }) => ({
      message: `@[id:${d.id}] mentions no widget of this backend and stays as it is written.`,
      hint: d.nearest === undefined ? 'Correct the id.' : `Write @[id:${d.nearest}].`,
    }),
  ),
  'mcp-url': entry("An MCP server's URL is not absolute", 400, (d: { name: string; url: string }) => ({
    message: `${quote(d.url)} came for ${quote(d.name)}; allowed: an absolute URL such as "https://mcp.example.com/mcp".`,
    hint: 'Write the whole URL, with https:// and the host.',
  })),
  'selected-agent': entry(
    'An app selects an agent of someone else',
    400,
    (d: { id: string; ids: readonly string[] }) => ({
      message: `${quote(d.id)} is no agent of this backend; it has: ${list(d.ids)}. It works only for users who have it from elsewhere.`,
      hint: 'Correct the id, or leave it if the agent comes from another backend.',
    }),
  ),
  'endpoint-insecure': entry('A browser blocks an endpoint without encryption', 400, (d: { url: string }) => ({
    message: `${quote(d.url)} is another machine without encryption: from Workspace, a page over https, browsers ask it nothing.`,
    hint: 'Serve it over https, or write a path of this backend.',
  })),
  'grid-limits': entry(
    'A size is outside of its own limits',
    400,
    (d: { key: string; value: number; limit: string; allowed: number }) => ({
      message: `"${d.key}" is ${d.value}, but "${d.limit}" is ${d.allowed}: Workspace changes the size.`,
      hint: `Write "${d.key}": ${d.allowed}, or change "${d.limit}".`,
    }),
  ),
  'param-key-unread': entry(
    'A key belongs to another type of parameter',
    400,
    (d: { key: string; type: string; came: string }) => ({
      message: `${quote(d.key)} is read for the type ${quote(d.type)} only; this one is ${quote(d.came)}.`,
      hint: `Write "type": ${quote(d.type)}, or remove ${quote(d.key)}.`,
    }),
  ),
  'render-fn-unused': entry(
    'Something is said for a render function that is not used',
    400,
    (d: { key: string; renderFn: string }) => ({
      message: `renderFnParams.${d.key} is read for the render function ${quote(d.renderFn)}, which the column does not have.`,
      hint: `Add ${quote(d.renderFn)} to "renderFn", or remove renderFnParams.${d.key}.`,
    }),
  ),
  'click-ungrouped': entry(
    'A click does not reach the widgets it is for',
    400,
    (d: { id: string; name: string; receivers: readonly string[] }) => ({
      message: `A click in ${quote(d.id)} sets ${quote(d.name)}, which ${list(d.receivers)} ${d.receivers.length === 1 ? 'has' : 'have'}, but no group of the app has ${quote(d.id)} and keeps ${quote(d.name)}.`,
      hint: `Add a group with "paramName": ${quote(d.name)} and all of them in "widgetIds".`,
    }),
  ),
  'state-param-value': entry(
    'A placed widget starts with a value that is no choice',
    400,
    (d: { came: string; id: string; allowed: string }) => ({
      message: `${d.came} came for ${quote(d.id)}; allowed: ${d.allowed}.`,
      hint: 'Write a value that the parameter offers.',
    }),
  ),
  'group-default': entry(
    'A group starts with a value that a member does not offer',
    400,
    (d: { came: string; group: string; id: string; allowed: string }) => ({
      message: `${d.came} is the default of ${quote(d.group)}, but ${quote(d.id)} allows: ${d.allowed}.`,
      hint: 'Write a value that every member offers.',
    }),
  ),
  'group-alone': entry('A group links nothing', 400, (d: { group: string; ids: readonly string[] }) => ({
    message: `${quote(d.group)} is joined by ${d.ids.length === 0 ? 'no placed widget' : `${list(d.ids)} alone`}: there is nothing to keep equal.`,
    hint: 'Place at least two of its members, or remove the group.',
  })),
  'layout-group-member': entry(
    'A placed widget joins a group that does not have it',
    400,
    (d: { id: string; group: string }) => ({
      message: `${quote(d.id)} joins ${quote(d.group)}, but is not in the "widgetIds" of that group.`,
      hint: `Add ${quote(d.id)} to the group, or take the group out of the item.`,
    }),
  ),
  'agent-feature-need': entry("An agent's feature does nothing", 400, (d: { feature: string; need: string }) => ({
    message: `${quote(d.feature)} is on, but does nothing without ${d.need}.`,
    hint: `Add ${d.need}, or switch ${quote(d.feature)} off.`,
  })),
  'agent-feature-name': entry(
    "An agent's feature is nearly one of Workspace's",
    400,
    (d: { key: string; nearest: string }) => ({
      message: `${quote(d.key)} is a feature of the agent's own; ${quote(d.nearest)} was probably meant.`,
      hint: `Write ${quote(d.nearest)}.`,
    }),
  ),
}
