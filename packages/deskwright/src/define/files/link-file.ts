import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { FileObject } from '../../spec/types.ts'
import type { Answer } from '../answers/answer.ts'
import { describe } from '../answers/rows.ts'
import type { Context } from '../context.ts'
import type { Params } from '../params/param.ts'
import { isFileContent, type FileContent, type FileLink } from './file-content.ts'
import { toNamedType } from './file-type.ts'
import { openFile } from './open-file.ts'

/** What the kernel's contexts can do besides: write addresses for browsers, which send no headers with what they fetch. */
interface LinkingContext extends Context {
  /** Writes the full address of a path below the one that was asked, with a ticket where one is needed. */
  readonly link: (path: string, query: URLSearchParams) => Promise<string>
}

/** The path below a widget's endpoint at which its files are. */
export const filePath = 'file'

/** What the route of a file answers. */
export const fileAnswer: Answer = {
  expects: 'a file { filename, bytes }',
  check: (value) => (isFileContent(value) ? undefined : `it is ${describe(value)}`),
  format: 'file',
  contentType: 'application/octet-stream',
}

/** Answers a file of this backend by its address, at which the same values give its bytes. */
export async function toLinkedFile(file: FileContent, context: Context, query: URLSearchParams): Promise<FileObject> {
  const { type, close } = await openFile(file)
  await close()
  const url = await (context as LinkingContext).link(filePath, query)
  return { data_format: { data_type: type, filename: file.filename }, url }
}

/** Writes values as they stand in an address. */
export function toFileQuery(params: Params, values: Readonly<Record<string, unknown>>): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, param] of Object.entries(params)) {
    const value = values[name]
    const text = param.encode(value)
    if (text === undefined) continue
    query.append(name, text)
    // Two texts are two values; one with a comma would be read as two.
    if (Array.isArray(value) && value.length === 1 && text.includes(',')) query.append(name, '')
  }
  return query
}

/** Completes a file of another server. Fails with `file-url-unfit` and `file-type-unknown`. */
export function toFileObject({ url, filename, data_type }: FileLink): FileObject {
  const address = URL.canParse(url) ? new URL(url) : undefined
  const isLocal = address?.protocol === 'http:' && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(address.hostname)
  if (address === undefined || (address.protocol !== 'https:' && !isLocal))
    throw new DeskwrightError('file-url-unfit', { url })
  const name = filename ?? toName(address)
  const type = data_type ?? toNamedType(name)
  if (type === undefined || name === '') throw new DeskwrightError('file-type-unknown', { filename: name || url })
  return { data_format: { data_type: type, filename: name }, url }
}

function toName({ pathname }: URL): string {
  const ending = pathname.slice(pathname.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(ending)
  } catch {
    return ending // no valid percent-encoding: a name all the same
  }
}
