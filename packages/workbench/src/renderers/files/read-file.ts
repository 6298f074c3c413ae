/** A file that can be shown: its content as base64, or where it is. */
export interface SentFile {
  readonly name: string
  /** In small letters: `pdf`, `csv`. */
  readonly type: string
  readonly content?: string
  readonly url?: string
  /** What was odd about it, in a sentence. */
  readonly oddity?: string
}

/** What a backend answers for one file. */
export type FileAnswer = SentFile | { readonly error: string }

/** Reads one file as backends send it: `file_reference` is an old name of `url`, a missing type is that of the name. */
export function readFile(answer: unknown): FileAnswer {
  if (typeof answer !== 'object' || answer === null) return { error: 'The answer is no file: it has no data_format.' }
  const {
    data_format: format,
    content,
    url,
    file_reference: reference,
    error_type: error,
  } = answer as Record<string, unknown>
  if (typeof error === 'string') return { error: typeof content === 'string' && content !== '' ? content : error }
  const { data_type: given, filename } = Object(format) as Record<string, unknown>
  const name = typeof filename === 'string' && filename !== '' ? filename : 'File without a name'
  const ending = /\.(\w{1,5})$/.exec(name)?.[1] ?? ''
  const type = (typeof given === 'string' && given !== '' ? given : ending).toLowerCase()
  if (type === '') return { error: 'The answer has no data_format.data_type, so nobody knows what kind of file it is.' }
  const address = typeof url === 'string' ? url : reference
  const oddity =
    typeof given === 'string' && given !== ''
      ? undefined
      : 'The file has no data_format.data_type: it is taken from its name.'
  const file = { name, type, ...(oddity === undefined ? {} : { oddity }) }
  if (typeof content === 'string' && content !== '') return { ...file, content }
  if (typeof address === 'string' && address !== '') return { ...file, url: address }
  return { error: `The file ${name} has neither content nor url.` }
}
