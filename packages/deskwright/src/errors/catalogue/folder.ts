import { entry } from '../entry.ts'

/** What can be wrong with a folder that is served as it is, or with a file in it. */
export const folderErrors = {
  'folder-unreadable': entry('A folder cannot be read', 500, (d: { folder: string; reason: string }) => ({
    message: `The folder "${d.folder}" cannot be read: ${d.reason}.`,
    hint: 'Check the path, and that the user who starts the server may read the folder.',
  })),
  'folder-empty': entry('A folder holds nothing that can be shown', 500, (d: { folder: string; endings: string }) => ({
    message: `Nothing in "${d.folder}" becomes a widget.`,
    hint: `Put files into it that end in ${d.endings}. They show without a restart.`,
  })),
  'database-empty': entry('A database has no tables', 500, (d: { database: string }) => ({
    message: `The database "${d.database}" has no table and no view that this user may read.`,
    hint: 'Name another database in the address, or let the user read its tables; then start again.',
  })),
  'folder-path-skipped': entry('A path in a folder is not served', 500, (d: { path: string; reason: string }) => ({
    message: `"${d.path}" is left out: ${d.reason}.`,
    hint: 'Put a copy into the folder when it should be served.',
  })),
  'folder-file-unavailable': entry('A file of a folder cannot be read', 404, (d: { file: string; reason: string }) => ({
    message: `The file "${d.file}" cannot be read: ${d.reason}.`,
    hint: 'Put the file back, or refresh the backend in Workspace: its widget goes when the file is gone.',
  })),
  'folder-file-broken': entry(
    'A file of a folder cannot be shown',
    500,
    (d: { file: string; line?: number | undefined; reason: string; fix?: string | undefined }) => ({
      message: `"${d.file}" cannot be shown: ${d.line === undefined ? '' : `line ${d.line}: `}${d.reason}.`,
      hint: d.fix ?? 'Mend the file and save it; the widget follows.',
    }),
  ),
  'folder-format-unreadable': entry(
    'A file has a format that cannot be read',
    500,
    (d: { file: string; format: string; instead: string }) => ({
      message: `"${d.file}" cannot be shown: ${d.format} files cannot be read here.`,
      hint: `Save it as ${d.instead}.`,
    }),
  ),
  'folder-file-large': entry(
    'A file is too large to be shown as a whole',
    500,
    (d: { file: string; megabytes: number; limit: number }) => ({
      message: `"${d.file}" cannot be shown: it has ${d.megabytes} MB, and a widget of this kind holds at most ${d.limit} MB.`,
      hint: 'Make it smaller, or put it on a web server and show its address.',
    }),
  ),
}
