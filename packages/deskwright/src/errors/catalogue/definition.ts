import { entry } from '../entry.ts'

/** What can be wrong with definitions, found before anything is served. */
export const definitionErrors = {
  'definition-invalid': entry(
    'A definition has a value that Workspace does not take',
    500,
    (d: { problem: string; received: string }) => ({
      message: `${d.problem}; it is ${d.received}.`,
      hint: 'Change the value to one that is named; the types of the factories list them.',
    }),
  ),
  'widget-id-unsafe': entry('A widget id has characters outside A–Z, a–z, 0–9, _ and -', 500, (d: { id: string }) => ({
    message: `The id ${JSON.stringify(d.id)} has characters that need escaping in URLs, prompts and Excel formulas.`,
    hint: 'Use letters, digits, _ and - only. The id is the key under `widgets`.',
  })),
  'widget-id-reserved': entry('A widget has an id that cannot be used', 500, (d: { id: string }) => ({
    message: `A widget cannot have the id ${JSON.stringify(d.id)}: JavaScript clients lose a key of that name.`,
    hint: 'Give it another key under `widgets`.',
  })),
  'widget-registered-twice': entry(
    'One widget is registered under two ids',
    500,
    (d: { first: string; second: string }) => ({
      message: `The same widget object is registered as ${JSON.stringify(d.first)} and as ${JSON.stringify(d.second)}, so a layout cannot say which of them it means.`,
      hint: 'Make two widgets: call the factory twice, or copy it with { ...widget }.',
    }),
  ),
  'endpoint-taken': entry(
    'Two things answer at one address',
    500,
    (d: { path: string; method: string; other: string }) => ({
      message: `${d.method} ${d.path} is already answered by ${d.other}.`,
      hint: 'Give one of them another `endpoint`, or leave `endpoint` out to get an address of its own.',
    }),
  ),
  'endpoint-missing': entry('A widget has no data', 500, () => ({
    message: 'It has neither a loader nor an endpoint, so there is nothing to show.',
    hint: 'Give it a `load` function, or the `endpoint` of a server that has its data.',
  })),
  'endpoint-not-a-path': entry('A served endpoint is not a plain path', 500, (d: { endpoint: string }) => ({
    message: `The endpoint ${JSON.stringify(d.endpoint)} is served here, but it has a scheme, a "?" or a "#".`,
    hint: 'Use a path such as `prices/daily`, or leave `load` out when another server has the data. Workspace adds the parameters to the URL itself.',
  })),
  'path-param-missing': entry(
    'An endpoint takes a parameter that the widget does not have',
    500,
    (d: { name: string }) => ({
      message: `The endpoint takes {${d.name}}, but the widget has no parameter of that name.`,
      hint: `Add ${d.name} to the widget's params, or take {${d.name}} out of the endpoint.`,
    }),
  ),
  'param-name-reserved': entry(
    'A parameter has a name that cannot be used',
    500,
    (d: { name: string; reason: string }) => ({
      message: `A parameter cannot be called ${JSON.stringify(d.name)}: ${d.reason}.`,
      hint: 'Give it another key under `params`.',
    }),
  ),
  'param-default-invalid': entry(
    'The default of a parameter is not one of its values',
    500,
    (d: { problem: string }) => ({
      message: `Its default does not decode: ${d.problem}.`,
      hint: 'Give it a default that a user could choose as well, or none.',
    }),
  ),
  'option-unchoosable': entry('An option cannot be chosen', 500, (d: { value: string; reason: string }) => ({
    message: `The option ${JSON.stringify(d.value)} cannot be chosen: ${d.reason}.`,
    hint: 'Give it another value; the label may stay as it is: { label, value }.',
  })),
  'dropdown-without-options': entry('A dropdown has no options', 500, () => ({
    message: 'It has neither an options function nor an optionsEndpoint.',
    hint: 'Give it `options: () => [...]`; for a fixed list use param.text with `options: [...]`.',
  })),
  'options-reference-textual': entry(
    'The options of a dropdown name a parameter instead of referring to it',
    500,
    (d: { key: string; text: string }) => ({
      message: `optionsParams.${d.key} is the text ${JSON.stringify(d.text)}. Workspace reads that as a reference, but the options function would get the text itself.`,
      hint: `Put the parameter object there: optionsParams: { ${d.key} }.`,
    }),
  ),
  'options-reference-missing': entry(
    'The options of a dropdown depend on a parameter that the widget does not have',
    500,
    (d: { key: string; label: string }) => ({
      message: `optionsParams.${d.key} refers to the parameter ${JSON.stringify(d.label)}, which this widget does not have, so Workspace has no value to send.`,
      hint: "Add that parameter to the widget's params (with show: false when it should not be drawn).",
    }),
  ),
  'param-named-twice': entry('One parameter has two names', 500, (d: { label: string; names: readonly string[] }) => ({
    message: `The parameter ${JSON.stringify(d.label)} is called ${d.names.map((name) => JSON.stringify(name)).join(' and ')}. Widgets follow each other only by one name.`,
    hint: 'Use the same key under `params` everywhere, or make separate parameters.',
  })),
  'click-target-unreceived': entry('A click sets a parameter that no widget has', 500, (d: { label: string }) => ({
    message: `A click sets the parameter ${JSON.stringify(d.label)}, but no widget of the backend has it in its params, so the click does nothing.`,
    hint: 'Put that same parameter object into the params of the widgets that should follow.',
  })),
  'click-action-twice': entry('A click has two actions', 500, () => ({
    message: 'The column both sets a parameter and sends to the agent; Workspace does one of them.',
    hint: 'Keep `sets` or `sendToAgent`, or split them over two columns.',
  })),
  'click-value-field-missing': entry(
    'A click takes its value from a field that is no column',
    500,
    (d: { field: string; columns: readonly string[] }) => ({
      message: `A click takes its value from ${JSON.stringify(d.field)}, which is not among the columns (${d.columns.join(', ')}). That works only when the rows carry it all the same.`,
      hint: 'Add it as a column with hide: true, or correct the name.',
    }),
  ),
  'place-not-registered': entry('An app shows a widget that the backend does not have', 500, (d: { name: string }) => ({
    message: `It shows the widget ${JSON.stringify(d.name)}, which is not registered.`,
    hint: 'Add it to `widgets` of defineBackend; the key is its id.',
  })),
  'tab-order-lost': entry('A tab is named by digits alone', 500, (d: { name: string }) => ({
    message: `JavaScript puts keys of digits first, so the tab ${JSON.stringify(d.name)} may not keep its place in the order.`,
    hint: 'Give it a name with a letter, for example `FY 2026`.',
  })),
  'row-too-wide': entry('A row of a layout is wider than the grid', 500, (d: { width: number; columns: number }) => ({
    message: `The row needs ${d.width} columns; the grid has ${d.columns}.`,
    hint: 'Put fewer widgets into the row, or leave `w` out and let them share it.',
  })),
  'group-param-unused': entry('A group has fewer than two members', 500, (d: { label: string; members: number }) => ({
    message: `The group over ${JSON.stringify(d.label)} links ${d.members} placed widget${d.members === 1 ? '' : 's'}; it takes two to follow each other.`,
    hint: 'Place another widget that has this same parameter object, or remove the group.',
  })),
  'group-member-lacks-param': entry(
    'A member of a group lacks its parameter',
    500,
    (d: { widget: string; label: string }) => ({
      message: `The widget ${JSON.stringify(d.widget)} neither has the parameter ${JSON.stringify(d.label)} nor sets it by a click.`,
      hint: 'Add the parameter to its params, or take it out of the group.',
    }),
  ),
}
