import { entry } from '../entry.ts'

const quote = (text: string): string => JSON.stringify(text)

/** What `check` can find besides what is wrong inside of documents, and why it cannot begin. */
export const checkErrors = {
  'json-mark': entry('A document begins with a byte order mark', 400, (_details: Readonly<Record<string, never>>) => ({
    message: 'The text begins with a byte order mark: Workspace skips it, other programs stumble over it.',
    hint: 'Save the file as UTF-8 without a byte order mark.',
  })),
  'key-duplicate': entry('A key stands twice in one object', 400, (d: { key: string; line: number }) => ({
    message: `${quote(d.key)} also stands on line ${d.line}: only the last one counts, the other is lost.`,
    hint: 'Remove one of them, or give it another name.',
  })),
  'document-unreachable': entry('A document cannot be fetched', 500, (d: { url: string; reason: string }) => ({
    message: `${d.url} does not answer: ${d.reason}.`,
    hint: 'Start the backend, and check the address and its port.',
  })),
  'document-slow': entry(
    'A document takes too long',
    500,
    (d: { url: string; seconds: number; hasBegun: boolean; isStream: boolean }) => ({
      message: `${d.url} ${!d.hasBegun ? 'did not answer' : d.isStream ? 'answers with a stream of events, which did not end' : 'began to answer, but had not ended'} within ${d.seconds} s; Workspace gives up after 60 s.`,
      hint: d.isStream
        ? 'Answer a document that ends; agents alone answer with streams.'
        : 'Compute the document once, at start, and answer it from memory.',
    }),
  ),
  'document-status': entry('A document is answered with an error', 500, (d: { url: string; answered: number }) => ({
    message: `${d.url} answers ${d.answered}; allowed: 200.${d.answered === 401 || d.answered === 403 ? ' Workspace says that authentication failed.' : d.answered === 204 ? ' Workspace takes an answer without a body for an error.' : ''}`,
    hint:
      d.answered === 401 || d.answered === 403
        ? 'Give the header that the backend wants: --header "X-API-KEY: …".'
        : d.answered === 404
          ? 'Check the address: it is the one below which widgets.json lies.'
          : d.answered === 204
            ? 'Answer 200 with {} or [] when there is nothing to tell.'
            : "Look into the backend's log for the reason.",
  })),
  'check-unknown': entry('Something to check is none of its kinds', 500, (d: { what: string }) => ({
    message: `${quote(d.what)} is no address that begins with http:// or https://.`,
    hint: 'Give an address, or the documents themselves: check({ widgets, apps, agents }). Files are checked by the command deskwright check.',
  })),
  'check-missing': entry('Something to check does not exist', 500, (d: { path: string }) => ({
    message: `There is no file or folder ${quote(d.path)}.`,
    hint: 'Name widgets.json, apps.json or agents.json, the folder that holds them, the module that exports the backend, or its URL.',
  })),
}
