import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { createJsonBody } from '../json-body.ts'
import { toBase64 } from './base64.ts'
import { isFileContent, readBytes, type FileContent } from './file-content.ts'
import { toFileType } from './file-type.ts'

const encoder = new TextEncoder()

/** Makes the answer of one file; what is no file by its bytes stays as it is. */
export function toFileAnswer(file: unknown): unknown {
  return isFileContent(file) ? createJsonBody({ outline: toOutline(file), json: () => writeFile(file) }) : file
}

/** Makes the answer of several files. A file that cannot be read is an error in its place; `report` is told. */
export function toFilesAnswer(files: unknown, report: (file: FileContent, error: unknown) => void): unknown {
  if (!Array.isArray(files) || !files.some(isFileContent)) return files
  return createJsonBody({
    outline: files.map((file: unknown) => (isFileContent(file) ? toOutline(file) : file)),
    json: () => writeFiles(files, report),
  })
}

async function* writeFiles(
  files: readonly unknown[],
  report: (file: FileContent, error: unknown) => void,
): AsyncGenerator<Uint8Array> {
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
      report(file, error)
      yield encoder.encode(JSON.stringify(toFileError(file, error)))
    }
    yield* pieces
  }
  yield encoder.encode(']')
}

async function* writeFile({ filename, bytes, data_type }: FileContent): AsyncGenerator<Uint8Array> {
  const pieces = readBytes(bytes)
  try {
    const first = await pieces.next()
    const beginning = first.done === true ? new Uint8Array() : first.value
    const type = data_type ?? toFileType(filename, beginning)
    if (type === undefined) throw new DeskwrightError('file-type-unknown', { filename })
    yield encoder.encode(`{"data_format":${JSON.stringify({ data_type: type, filename })},"content":"`)
    yield* toBase64(withFirst(beginning, pieces))
    yield encoder.encode('"}')
  } finally {
    await pieces.return(undefined)
  }
}

async function* withFirst(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

function toOutline({ filename, data_type = 'pdf' }: FileContent) {
  return { data_format: { data_type, filename }, content: '' }
}

function toFileError({ filename }: FileContent, error: unknown) {
  if (error instanceof DeskwrightError) {
    const isGone = error.code === 'folder-file-unavailable'
    return {
      error_type: isGone ? 'not_found' : 'unexpected_error',
      content: isGone ? `${filename} is not there.` : error.message,
    }
  }
  return { error_type: 'unexpected_error', content: `${filename} could not be read.` }
}
