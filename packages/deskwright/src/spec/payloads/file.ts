import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { fileTypes } from './file-types.ts'

const fileObject = z.strictObject({
  data_format: z.strictObject({
    data_type: z.enum(fileTypes),
    /** The shown name. */
    filename: z.string().min(1),
  }),
  /** The file as base64, without a `data:` prefix. One of `content` and `url`. */
  content: optional(z.string()),
  /** Where the user's browser fetches the file; the host has to allow that. */
  url: optional(z.string()),
})

/** One file: its content or its URL. */
export interface FileObject extends z.infer<typeof fileObject> {}

/** Reads one file, exactly. This is what a `pdf` answers. */
export const fileObjectSchema: z.ZodType<FileObject> = fileObject.refine(
  ({ content, url }) => (content === undefined) !== (url === undefined),
  { path: ['content'], message: 'exactly one of content and url' },
)

const fileError = z.strictObject({
  /** `not_found`, `gateway_error`, `unexpected_error`, … */
  error_type: z.string().min(1),
  /** The message. */
  content: z.string(),
})

/** One file that cannot be shown. */
export interface FileError extends z.infer<typeof fileError> {}

/** Reads one file that cannot be shown, exactly. */
export const fileErrorSchema: z.ZodType<FileError> = fileError

/** Reads what a `multi_file_viewer` answers, exactly: one item for each asked file, in the same order. */
export const filesSchema: z.ZodType<readonly (FileObject | FileError)[]> = list(
  z.union([fileObjectSchema, fileErrorSchema]),
)

const received = z.preprocess(
  (value) => {
    if (typeof value !== 'object' || value === null || !('file_reference' in value) || 'url' in value) return value
    const { file_reference: url, ...rest } = value
    return { ...rest, url }
  },
  z.object({
    data_format: z.object({
      data_type: z.preprocess((type) => (typeof type === 'string' ? type.toLowerCase() : type), z.enum(fileTypes)),
      filename: z.string().catch(''),
    }),
    content: optional(z.string()),
    url: optional(z.string()),
  }),
)

/** Reads one file as others send it: `file_reference` is an old name of `url`, other keys are left out. */
export const receivedFileObjectSchema: z.ZodType<FileObject> = received.refine(
  ({ content, url }) => content !== undefined || url !== undefined,
  { path: ['content'], message: 'one of content and url' },
)

/** Reads files as others send them: one alone is a list of one. */
export const receivedFilesSchema: z.ZodType<readonly (FileObject | FileError)[]> = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  list(z.union([z.object({ error_type: z.string(), content: z.string() }), receivedFileObjectSchema])),
)
