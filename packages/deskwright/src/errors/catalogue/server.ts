import { entry } from '../entry.ts'

/** What can go wrong before a backend listens, and in the CLI. */
export const serverErrors = {
  'backend-invalid': entry('A backend with errors is not served', 500, (d: { name: string; summary: string }) => ({
    message: `The backend "${d.name}" cannot be served: ${d.summary}.`,
    hint: 'Mend every error of the report; they are all listed.',
  })),
  'public-without-auth': entry('A public address needs authentication', 500, (d: { host: string }) => ({
    message: `The address "${d.host}" can be reached from other machines, and the backend has no "auth": everyone could read its data.`,
    hint: 'Give the backend an "auth" option, or listen on 127.0.0.1, or ask for it by name with insecure: true (--insecure).',
  })),
  'port-in-use': entry('The port is taken', 500, (d: { host: string; port: number }) => ({
    message: `Another program already listens on port ${d.port} of ${d.host}.`,
    hint: 'Stop that program, or choose another port; without a port the next free one is taken.',
  })),
  'ports-in-use': entry('All usual ports are taken', 500, (d: { host: string; first: number; last: number }) => ({
    message: `Every port from ${d.first} to ${d.last} of ${d.host} is taken by another program.`,
    hint: 'Stop one of them, or name a port that is free.',
  })),
  'port-forbidden': entry('The port is reserved', 500, (d: { port: number }) => ({
    message: `This user may not listen on port ${d.port}; ports below 1024 are often reserved for administrators.`,
    hint: 'Choose a port from 1024 to 65535.',
  })),
  'host-unavailable': entry('The address does not belong to this machine', 500, (d: { host: string }) => ({
    message: `"${d.host}" is not an address of this machine.`,
    hint: 'Use 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses, or one of its own addresses.',
  })),
  'certificate-unreadable': entry(
    'A certificate or key file cannot be read',
    500,
    (d: { kind: 'certificate' | 'key'; file: string; reason: string }) => ({
      message: `The ${d.kind} file "${d.file}" cannot be read: ${d.reason}.`,
      hint: 'Check the path and that the user who starts the server may read the file.',
    }),
  ),
  'certificate-malformed': entry(
    'A certificate or key file is not PEM',
    500,
    (d: { kind: 'certificate' | 'key'; file: string; reason: string }) => ({
      message: `The ${d.kind} file "${d.file}" does not hold a ${d.kind} in PEM format: ${d.reason}.`,
      hint: `Give a file that starts with -----BEGIN ${d.kind === 'key' ? 'PRIVATE KEY' : 'CERTIFICATE'}-----, without a passphrase.`,
    }),
  ),
  'certificate-mismatch': entry(
    'The key does not belong to the certificate',
    500,
    (d: { keyFile: string; certFile: string }) => ({
      message: `The key "${d.keyFile}" is not the key of the certificate "${d.certFile}".`,
      hint: 'Give the two files that were made together; the first certificate of the file must be the one of this server.',
    }),
  ),
  'certificate-expired': entry('The certificate has expired', 500, (d: { certFile: string; expired: string }) => ({
    message: `The certificate "${d.certFile}" expired on ${d.expired}; browsers refuse it.`,
    hint: 'Renew it, or use https: true (--https) for a local certificate that renews itself.',
  })),
  'certificate-not-yet-valid': entry(
    'The certificate is not valid yet',
    500,
    (d: { certFile: string; starts: string }) => ({
      message: `The certificate "${d.certFile}" is valid only from ${d.starts} on; browsers refuse it until then.`,
      hint: "Check this machine's clock, or wait, or use another certificate.",
    }),
  ),
  'certificate-folder-unwritable': entry(
    'The local certificate cannot be stored',
    500,
    (d: { folder: string; reason: string }) => ({
      message: `The folder "${d.folder}" for the local certificate cannot be written: ${d.reason}.`,
      hint: 'Make the folder writable, or name another one in the environment variable DESKWRIGHT_HOME.',
    }),
  ),
  'asset-unreadable': entry('A picture cannot be read', 500, (d: { file: string; reason: string }) => ({
    message: `The picture "${d.file}" cannot be read: ${d.reason}.`,
    hint: 'Check the path; new URL("picture.png", import.meta.url) is relative to the module.',
  })),
  'asset-type-unknown': entry('A file is no picture', 500, (d: { file: string; allowed: readonly string[] }) => ({
    message: `"${d.file}" is not a picture that a browser shows, by its extension.`,
    hint: `Use a file that ends in ${d.allowed.join(', ')}.`,
  })),
  'entry-not-found': entry('The entry module does not exist', 500, (d: { entry: string }) => ({
    message: `There is no module "${d.entry}".`,
    hint: 'Give the path of the TypeScript or JavaScript module whose default export is the backend.',
  })),
  'entry-failed': entry(
    'The entry module cannot be loaded',
    500,
    (d: { entry: string; place?: string | undefined; reason: string; hint?: string }) => ({
      message: `"${d.entry}" cannot be loaded: ${d.reason}${d.place === undefined ? '' : ` (${d.place})`}.`,
      hint: d.hint ?? (d.place === undefined ? 'Mend what the message names.' : `Mend it at ${d.place}.`),
    }),
  ),
  'entry-without-backend': entry('The entry module exports no backend', 500, (d: { entry: string; got: string }) => ({
    message: `"${d.entry}" has no backend as its default export: ${d.got}.`,
    hint: 'End the module with: export default defineBackend({ name, widgets }).',
  })),
  'command-unknown': entry(
    'There is no such command',
    500,
    (d: { command: string; nearest?: string | undefined; commands: readonly string[] }) => ({
      message: `There is no command "${d.command}".`,
      hint:
        d.nearest === undefined
          ? `Use one of ${d.commands.join(', ')}.`
          : `Did you mean "${d.nearest}"? Commands: ${d.commands.join(', ')}.`,
    }),
  ),
  'option-unknown': entry(
    'There is no such option',
    500,
    (d: { option: string; command: string; nearest?: string | undefined }) => ({
      message: `"${d.command}" has no option "${d.option}".`,
      hint:
        d.nearest === undefined
          ? `deskwright ${d.command} --help lists the options.`
          : `Did you mean "${d.nearest}"? deskwright ${d.command} --help lists all.`,
    }),
  ),
  'option-invalid': entry(
    'An option has a value it cannot have',
    500,
    (d: { option: string; got: string; expects: string }) => ({
      message: `${d.option} needs ${d.expects}; it got ${d.got}.`,
      hint: `Write ${d.option} followed by ${d.expects}.`,
    }),
  ),
  'option-missing': entry('An option is missing', 500, (d: { option: string; value: string; because: string }) => ({
    message: `The option ${d.option} is missing: ${d.because}.`,
    hint: `Add ${d.option} <${d.value}>.`,
  })),
  'argument-missing': entry('An argument is missing', 500, (d: { argument: string; usage: string }) => ({
    message: `The argument <${d.argument}> is missing.`,
    hint: `Usage: ${d.usage}`,
  })),
  'argument-unexpected': entry('An argument is too many', 500, (d: { argument: string; usage: string }) => ({
    message: `The argument "${d.argument}" is one too many.`,
    hint: `Usage: ${d.usage}`,
  })),
  'argument-invalid': entry(
    'An argument has a value it cannot have',
    500,
    (d: { argument: string; got: string; expects: string }) => ({
      message: `<${d.argument}> needs ${d.expects}; it got ${JSON.stringify(d.got)}.`,
      hint: `Write ${d.expects}.`,
    }),
  ),
  'workbench-missing': entry('The Workbench is not installed', 500, (d: { name: string }) => ({
    message: `The Workbench is a package of its own, ${d.name}, and it is not installed.`,
    hint: `Install it beside this one: npm install --save-dev ${d.name}`,
  })),
  'output-unwritable': entry('A file cannot be written', 500, (d: { path: string; reason: string }) => ({
    message: `"${d.path}" cannot be written: ${d.reason}.`,
    hint: 'Choose a folder that this user may write to.',
  })),
}
