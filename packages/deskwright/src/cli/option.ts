import { DeskwrightError } from '../errors/deskwright-error.ts'
import { logLevels } from '../node/logger.ts'

/** An option of the command line. */
export interface Option<Value = unknown> {
  /** What stands for the value in the help; without it the option is a switch. */
  readonly value?: string
  readonly summary: string
  /** May be given several times. */
  readonly multiple?: true
  readonly short?: string
  /** Reads the value, or gives `undefined` when it cannot be read. */
  readonly parse: (text: string) => Value | undefined
  /** What the value may be, in words. */
  readonly expects: string
}

const maximumPort = 65_535

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
    summary: 'Port to listen on. Default: the first free one from 7779 on',
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
  out: text('folder', 'Folder to write the documents to; made when it is missing'),
  trust: flag('Explain how to make browsers trust the certificate'),
  json: flag('Write the result to standard output as JSON'),
  help: flag('Show this help', 'h'),
} as const satisfies Readonly<Record<string, Option>>

/** The name of an option. */
export type OptionName = keyof typeof options

type ValueOf<Name extends OptionName> = (typeof options)[Name] extends Option<infer Value> ? Value : never

/** What was given on the command line. */
export type OptionValues = { readonly [Name in Exclude<OptionName, 'origin'>]?: ValueOf<Name> } & {
  readonly origin?: readonly string[]
}

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
