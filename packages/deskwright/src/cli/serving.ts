import { DeskwrightError } from '../errors/deskwright-error.ts'
import { createLogger } from '../node/logger.ts'
import type { RunningServer, ServeOptions } from '../node/serve.ts'
import type { OptionValues } from './option.ts'
import type { Terminal } from './output/terminal.ts'

/** Turns the command line into what `serve` takes. */
export function toServeOptions(options: OptionValues, terminal: Terminal): ServeOptions {
  const { port, host, insecure, origin } = options
  const https = toHttps(options)
  return {
    log: createLogger({
      format: terminal.json ? 'json' : 'pretty',
      level: options['log-level'] ?? 'info',
      stream: { write: (line) => terminal.progress(line.trimEnd()) },
      color: terminal.progressIsColored,
    }),
    logLevel: options['log-level'] ?? 'info',
    ...(port === undefined ? {} : { port }),
    ...(host === undefined ? {} : { host }),
    ...(insecure === undefined ? {} : { insecure }),
    ...(origin === undefined ? {} : { origins: origin.includes('*') ? ('*' as const) : origin }),
    ...(https === undefined ? {} : { https }),
  }
}

function toHttps(options: OptionValues): ServeOptions['https'] {
  const { https, 'ssl-keyfile': keyFile, 'ssl-certfile': certFile } = options
  if (keyFile === undefined && certFile === undefined) return https
  if (keyFile !== undefined && certFile !== undefined) return { keyFile, certFile }
  const [missing, given] = keyFile === undefined ? ['key', 'cert'] : ['cert', 'key']
  throw new DeskwrightError('option-missing', {
    option: `--ssl-${missing}file`,
    value: 'file',
    because: `--ssl-${given}file is given, and a key and its certificate belong together`,
  })
}

/** Says what happens while the server ends. */
export function toStopOptions(server: RunningServer, { progress }: Terminal) {
  return {
    onStop(signal: string) {
      if (server.inFlight === 0) return
      progress(`\n${signal}: finishing ${countRequests(server.inFlight)}; once more ends at once`)
    },
    onStopped: (cut: number) => progress(cut === 0 ? 'Stopped.' : `Stopped; ${countRequests(cut)} took too long.`),
  }
}

function countRequests(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`
}
