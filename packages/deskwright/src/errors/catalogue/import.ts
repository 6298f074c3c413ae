import { entry } from '../entry.ts'

/** What an import cannot carry over as it is, and why it cannot begin. */
export const importErrors = {
  'import-left-out': entry('An import cannot say something', 400, (d: { what: string; reason: string }) => ({
    message: `${d.what} is left out: ${d.reason}.`,
    hint: 'It stands as a comment in the module. Say it by hand where it matters.',
  })),
  'import-changed': entry('An import says something differently', 400, (d: { what: string; now: string }) => ({
    message: `${d.what} is now ${d.now}.`,
    hint: 'It means the same to Workspace, or is what Workspace made of it. Look at it once.',
  })),
  'import-without-widgets': entry('There are no widgets to import', 500, (d: { subject: string }) => ({
    message: `No widgets could be read from ${d.subject}.`,
    hint: 'Give the URL of a running backend, or a folder with widgets.json, and see what deskwright check says of it.',
  })),
  'import-base-unknown': entry('An import does not know where the data is served', 400, (d: { base: string }) => ({
    message: `Files do not say where their backend answers: the module asks ${d.base}.`,
    hint: 'Write the address into the constant oldBackend, or import the URL of the running backend.',
  })),
}
