import { type ReportFormat, reportFormats } from '../check/reports/report-formats.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { logLevels } from '../node/logger.ts'

/** An option of the command line. */
export interface Option<Value = unknown> {
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: string
  readonly summary: string
  /** May be given several times. */
  readonly multiple?: true
  /** Whether it matters after which argument it is given. Its values then carry it. */
  readonly placed?: true
  readonly short?: string
  /** Reads the value, or gives `undefined` when it cannot be read. */
  readonly parse: (text: string) => Value | undefined
  /** What the value may be, in words. */
  readonly expects: string
}

const maximumPort = 65_535
const probes = 'cors, transport, widgets, values, pages, bars, sockets, agents'

function text(value: string, summary: string): Option<string> {
  return { value, summary, parse: (given) => (given === '' ? undefined : given), expects: `a ${value}` }
}

function flag(summary: string, short?: string): Option<boolean> {
  return { summary, parse: () => true, expects: 'no value', ...(short === undefined ? {} : { short }) }
}

/** Every option, by its name on the command line. Underscores are read as hyphens. */
export const options = {
  port: {
    value: 'number',
    summary: 'Port to listen on. Default: the first free one from 7779 on; for the Workbench from 7799 on',
    parse: (given) => (/^\d{1,5}$/.test(given) && Number(given) <= maximumPort ? Number(given) : undefined),
    expects: `a whole number from 0 to ${maximumPort}`,
  } as Option<number>,
  host: text('address', 'Address to listen on. Default: 127.0.0.1, this machine only'),
  insecure: flag('Serve on a public address although the backend has no auth'),
  origin: {
    value: 'url',
    summary: "Origin that may call, besides Workspace's own; repeat it for more; '*' allows every origin",
    multiple: true,
    parse: parseOrigin,
    expects: "an origin such as https://desk.example.com, or '*'",
  } as Option<string>,
  https: flag('Serve HTTPS with a local certificate for localhost, made on first use'),
  'ssl-keyfile': text('file', 'Serve HTTPS with this private key (PEM); needs --ssl-certfile'),
  'ssl-certfile': text('file', 'Serve HTTPS with this certificate chain (PEM); needs --ssl-keyfile'),
  'log-level': {
    value: 'level',
    summary: `What to log: ${logLevels.join(', ')}. Default: info`,
    parse: (given) => logLevels.find((level) => level === given),
    expects: `one of ${logLevels.join(', ')}`,
  } as Option<(typeof logLevels)[number]>,
  header: {
    value: 'name: value',
    summary: 'Header of every request, for example "X-API-KEY: secret"; repeat it for more',
    multiple: true,
    parse: (given) => parsePair(given, /^([!#$%&'*+.^_`|~\w-]+):\s*(.*)$/s),
    expects: 'a name and a value such as "X-API-KEY: secret"',
    placed: true,
  } as Option<Pair>,
  query: {
    value: 'name=value',
    summary: 'Query key of every request, for example key=secret; repeat it for more',
    multiple: true,
    parse: (given) => parsePair(given, /^([^=]+)=(.*)$/s),
    expects: 'a name and a value such as key=secret',
    placed: true,
  } as Option<Pair>,
  'no-open': flag('Do not open the browser'),
  out: text('path', 'Where to write: a folder for documents, made when it is missing; a new file for a module'),
  trust: flag('Explain how to make browsers trust the certificate'),
  format: {
    value: 'form',
    summary: `How to write the report: ${reportFormats.join(', ')}. Default: text`,
    parse: (given) => reportFormats.find((format) => format === given),
    expects: `one of ${reportFormats.join(', ')}`,
  } as Option<ReportFormat>,
  fix: flag('Mend in the files what can be mended without asking; the changes are shown'),
  only: {
    value: 'name',
    summary: `What to ask of a URL: documents, ${probes}, or the id of a widget or an agent; repeat it for more. Default: everything`,
    multiple: true,
    parse: (given) => (given === '' ? undefined : given),
    expects: `documents, ${probes}, or the id of a widget or an agent`,
  } as Option<string>,
  skip: {
    value: 'name',
    summary: `What not to ask of a URL: ${probes}, or the id of a widget or an agent; repeat it for more`,
    multiple: true,
    parse: (given) => (given === '' ? undefined : given),
    expects: `${probes}, or the id of a widget or an agent`,
  } as Option<string>,
  timeout: {
    value: 'seconds',
    summary: 'How long one answer of a URL may take. Default: 60, as in Workspace',
    parse: (given) => (Number(given) > 0 && Number(given) <= 3600 ? Number(given) : undefined),
    expects: 'seconds, more than 0 and at most 3600',
  } as Option<number>,
  'dry-run': flag('Only show what --fix would change; of a URL, what would be asked'),
  verbose: flag('Show the lines around each finding, what it costs and how to mend it'),
  json: flag('Write the result to standard output as JSON'),
  help: flag('Show this help', 'h'),
} as const satisfies Readonly<Record<string, Option>>

/** A name and a value, given as one. */
export interface Pair {
  readonly name: string
  readonly value: string
  /** How many arguments stand before it on the command line. */
  readonly after: number
}

/** The name of an option. */
export type OptionName = keyof typeof options

type ValueOf<Name extends OptionName> = (typeof options)[Name] extends Option<infer Value> ? Value : never

/** What was given on the command line. */
export type OptionValues = { readonly [Name in Exclude<OptionName, MultipleName>]?: ValueOf<Name> } & {
  readonly [Name in MultipleName]?: readonly ValueOf<Name>[]
}

type MultipleName = 'origin' | 'header' | 'query' | 'only' | 'skip'

/** Reads one value of one option. */
export function parseValue(name: OptionName, given: string | undefined): unknown {
  const { value, parse, expects } = options[name]
  const fits = value === undefined ? given === undefined : given !== undefined
  const parsed = fits ? parse(given ?? '') : undefined
  if (parsed !== undefined) return parsed
  const got = given === undefined ? 'nothing' : `"${given}"`
  throw new DeskwrightError('option-invalid', { option: `--${name}`, got, expects })
}

function parseOrigin(given: string): string | undefined {
  if (given === '*') return given
  if (!URL.canParse(given)) return undefined
  const { protocol, host, pathname, search, hash } = new URL(given)
  return host !== '' && /^\/?$/.test(pathname) && search === '' && hash === '' ? `${protocol}//${host}` : undefined
}

function parsePair(given: string, pattern: RegExp): Pair | undefined {
  const [, name, value] = pattern.exec(given) ?? []
  return name === undefined || value === undefined ? undefined : { name, value, after: 0 }
}
