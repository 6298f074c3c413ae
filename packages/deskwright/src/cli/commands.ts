import type { Command } from './command.ts'
import type { OptionName } from './option.ts'

const serving = [
  'port',
  'host',
  'insecure',
  'origin',
  'https',
  'ssl-keyfile',
  'ssl-certfile',
  'log-level',
  'json',
] as const satisfies readonly OptionName[]

/** The commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'dev',
    summary: 'Serve a backend while you write it: every save is served at once',
    description:
      'Serves the backend that the module exports, watches the folder of the module, and serves the new version after every save, on the same port. ' +
      'A version that cannot be loaded is explained and the last good one stays. Errors of loaders are answered with their stack. ' +
      'A folder, a data file or a PostgreSQL database (postgres://…) needs no module: each file or table becomes a widget. ' +
      'The Workbench, when it is installed, shows the backend beside it: every widget, every request, every problem.',
    arguments: ['entry'],
    options: [...serving, 'no-open'],
    examples: [
      ['deskwright dev desk.ts', 'serve desk.ts and follow its changes'],
      ['deskwright dev ./data', 'serve a folder of files as they are'],
      ['deskwright dev desk.ts --https', 'the same for Safari, Brave and Excel'],
    ],
    run: async (invocation) => await (await import('./commands/dev.ts')).runDev(invocation),
  },
  {
    name: 'start',
    summary: 'Serve a backend',
    description:
      'Serves the backend that the module exports until it is told to end (Ctrl-C, SIGTERM); requests in flight are answered first, for at most 10 seconds. ' +
      'A folder, a data file or a PostgreSQL database (postgres://…) is served as it is; changes of files show without a restart.',
    arguments: ['entry'],
    options: serving,
    examples: [
      ['deskwright start desk.js --port 8000', 'serve on a certain port'],
      ['deskwright start ./data', 'serve a folder of files as they are'],
      ['deskwright start desk.js --host 0.0.0.0', 'serve other machines too; the backend needs auth'],
      ['deskwright start desk.js --ssl-keyfile key.pem --ssl-certfile cert.pem', 'serve HTTPS with own files'],
    ],
    run: async (invocation) => await (await import('./commands/start.ts')).runStart(invocation),
  },
  {
    name: 'workbench',
    summary: 'Show any backend on this machine as Workspace would',
    description:
      'Serves the Workbench, a page that shows the widgets and apps of backends written in any language, every request and every problem. ' +
      'It is another origin than the backends, as Workspace is, so they have to allow it: the page says how. ' +
      'A header or query key belongs to the backend before it; those before the first belong to all. Needs the package @deskwright/workbench.',
    arguments: ['url…'],
    options: ['header', 'query', 'port', 'no-open', 'json'],
    examples: [
      ['deskwright workbench http://127.0.0.1:8000', 'look at a backend that runs'],
      [
        'deskwright workbench http://127.0.0.1:8000 --header "X-API-KEY: secret" http://127.0.0.1:8001',
        'look at two, one of them with a key',
      ],
    ],
    run: async (invocation) => await (await import('./commands/workbench.ts')).runWorkbench(invocation),
  },
  {
    name: 'list',
    summary: 'List the widgets and apps of a backend',
    description:
      'Loads the backend of a module, a folder or a data file and lists what Workspace would see: widgets with their paths and parameters, and apps.',
    arguments: ['entry'],
    options: ['json'],
    examples: [
      ['deskwright list desk.ts', 'look at a backend without serving it'],
      ['deskwright list desk.ts --json', 'the same for a program'],
    ],
    run: async (invocation) => await (await import('./commands/list.ts')).runList(invocation),
  },
  {
    name: 'check',
    summary: 'Say what OpenBB Workspace will refuse, ignore or show differently, and why',
    description:
      'Checks backends in any language: documents (widgets.json, apps.json, agents.json, whatever their names), a folder that holds them, a module that exports a backend, or the URL of a running one, whose widgets are then asked for, with their default values and as browsers do; forms are never sent. ' +
      'An error is what Workspace refuses or cannot use, a warning what it ignores or shows differently, an advice what works and could be better. Finds a problem when there is an error.',
    arguments: ['what…'],
    options: ['format', 'verbose', 'fix', 'dry-run', 'only', 'skip', 'timeout', 'header', 'json'],
    examples: [
      ['deskwright check widgets.json apps.json', 'hold two documents against each other'],
      ['deskwright check http://127.0.0.1:7779', 'check a running backend'],
      ['deskwright check http://127.0.0.1:7779 --only prices', 'ask a running backend for one widget'],
      ['deskwright check desk.ts --verbose', 'check a module, with everything about each finding'],
      ['deskwright check public --fix', 'mend the files of a folder where only one change makes sense'],
      ['deskwright check public --format github', 'show the findings beside the lines of a pull request'],
    ],
    run: async (invocation) => await (await import('./commands/check.ts')).runCheck(invocation),
  },
  {
    name: 'export',
    summary: 'Write widgets.json, apps.json and agents.json as files',
    description:
      'Writes the three documents into a folder, for static hosting or for another server that answers the data.',
    arguments: ['entry'],
    options: ['out', 'json'],
    examples: [['deskwright export desk.ts --out public', 'write public/widgets.json and the others']],
    run: async (invocation) => await (await import('./commands/export.ts')).runExport(invocation),
  },
  {
    name: 'import',
    summary: 'Write a typed module that takes the place of a backend in any language',
    description:
      'Reads widgets.json and apps.json of a running backend, or of a folder, and writes a module that defines the same widgets, parameters, groups and apps; its loaders ask the old backend. ' +
      'So a backend moves one widget at a time. What cannot be said in the module stands there as a comment and is reported. An existing file is not written over.',
    arguments: ['what'],
    options: ['out', 'header', 'json'],
    examples: [
      ['deskwright import http://127.0.0.1:7779 --out desk.ts', 'take over a backend that runs'],
      ['deskwright import ./old-backend > desk.ts', 'take over the documents of a folder'],
    ],
    run: async (invocation) => await (await import('./commands/import.ts')).runImport(invocation),
  },
  {
    name: 'cert',
    summary: 'Make and show the local certificate that --https uses',
    description:
      'Makes the local certificate authority and the certificate for localhost, 127.0.0.1 and ::1 when they are missing or about to expire, and prints the file that browsers have to trust.',
    arguments: [],
    options: ['trust', 'json'],
    examples: [
      ['deskwright cert', 'print the path of the authority'],
      ['deskwright cert --trust', 'explain how to trust it on macOS, Windows, Linux and in Firefox'],
    ],
    run: async (invocation) => await (await import('./commands/cert.ts')).runCert(invocation),
  },
]
