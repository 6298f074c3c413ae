import { useMemo } from 'preact/hooks'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { FileView } from '../files/file-view.tsx'
import { readFile } from '../files/read-file.ts'
import type { Renderer } from '../renderer.ts'

/** Shows one file. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'Files of other hosts load when asked for; Asian fonts that a PDF does not bring along are replaced; spreadsheets can be saved, not seen.',
  mount: mountComponent(FileWidget),
}

function FileWidget({ data, context }: DocumentProps) {
  // Refreshed data that says the same is the same file: the reader stays on its page.
  const file = useMemo(() => readFile(data), [toIdentity(data)])
  if (data === undefined || data === null) return <Notice title="No file" />
  return <FileView file={file} context={context} />
}

function toIdentity(data: unknown): unknown {
  return typeof data === 'object' ? JSON.stringify(data) : data
}
