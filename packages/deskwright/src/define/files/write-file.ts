import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { FileError } from '../../spec/types.ts'
import { createJsonBody } from '../json-body.ts'
import { toBase64 } from './base64.ts'
import { isFileContent, isFileLink, type FileContent, type FileLink } from './file-content.ts'
import { toFileObject } from './link-file.ts'
import { openFile } from './open-file.ts'

const encoder = new TextEncoder()

/** Makes the answer of one file; what is a whole answer already stays as it is. */
export function toFileAnswer(file: unknown): unknown {
  if (isFileLink(file)) return toFileObject(file)
  return isFileContent(file) ? createJsonBody({ outline: toOutline(file), json: () => writeFile(file) }) : file
}

/** Makes the answer of several files. A file that cannot be read is an error in its place; `report` is told. */
export function toFilesAnswer(given: unknown, report: ReportFile): unknown {
  if (!Array.isArray(given)) return given
  const files = given.map((file: unknown) => (isFileLink(file) ? completeLink(file, report) : file))
  if (!files.some(isFileContent)) return files
  return createJsonBody({
    outline: files.map((file: unknown) => (isFileContent(file) ? toOutline(file) : file)),
    json: () => writeFiles(files, report),
  })
}

/** Told of a file that cannot be shown, by its name. */
export type ReportFile = (name: string, error: unknown) => void

function completeLink(file: FileLink, report: ReportFile): unknown {
  try {
    return toFileObject(file)
  } catch (error) {
    const name = file.filename ?? file.url
    report(name, error)
    return toFileError(name, error)
  }
}

async function* writeFiles(files: readonly unknown[], report: ReportFile): AsyncGenerator<Uint8Array> {
  for (const [index, file] of files.entries()) {
    yield encoder.encode(index === 0 ? '[' : ',')
    if (!isFileContent(file)) {
      yield encoder.encode(JSON.stringify(file))
      continue
    }
    const pieces = writeFile(file)
    try {
      const first = await pieces.next() // nothing is sent of a file that cannot be read
      if (first.done !== true) yield first.value
    } catch (error) {
      report(file.filename, error)
      yield encoder.encode(JSON.stringify(toFileError(file.filename, error)))
    }
    yield* pieces
  }
  yield encoder.encode(']')
}

async function* writeFile(file: FileContent): AsyncGenerator<Uint8Array> {
  const { type, read, close } = await openFile(file)
  try {
    const format = { data_type: type, filename: file.filename }
    yield encoder.encode(`{"data_format":${JSON.stringify(format)},"content":"`)
    yield* toBase64(read())
    yield encoder.encode('"}')
  } finally {
    await close()
  }
}

function toOutline({ filename, data_type = 'pdf' }: FileContent) {
  return { data_format: { data_type, filename }, content: '' }
}

/** Says in a file's place why it cannot be shown, without what the system said. */
export function toFileError(filename: string, error: unknown): FileError {
  if (error instanceof DeskwrightError) {
    const isGone = error.code === 'folder-file-unavailable'
    return {
      error_type: isGone ? 'not_found' : 'unexpected_error',
      content: isGone ? `${filename} is not there.` : error.message,
    }
  }
  return { error_type: 'unexpected_error', content: `${filename} could not be read.` }
}
