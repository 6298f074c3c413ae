import { fileTypes } from '../../spec/payloads/file-types.ts'
import type { FileObject } from '../../spec/types.ts'
import { isObject, objectAnswer } from '../answers/object.ts'
import type { Params } from '../params/param.ts'
import { atDataKey } from '../data-key.ts'
import type { Context } from '../context.ts'
import { isFileContent, type FileContent, type FileLink } from '../files/file-content.ts'
import { fileAnswer, filePath, toFileQuery, toLinkedFile } from '../files/link-file.ts'
import { toFileAnswer } from '../files/write-file.ts'
import { mapLoad } from '../map-load.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type Load, type LoadOf, type SubRoute, type Widget, type WidgetType } from '../widget.ts'

/** Options of a PDF viewer. */
export interface PdfOptions<P extends Params, Key extends string | undefined> extends WidgetOptions<P> {
  /** Where in the answer the file is. Default: the answer is the file. */
  readonly dataKey?: Key
  /** Loads the file: its bytes, `content` as base64 without a `data:` prefix, or a `url` that the browser can fetch. */
  readonly load: LoadOf<P, Key extends string ? object : FileObject | FileContent | FileLink>
  /** Sends the address of the file at this backend instead of its bytes, so that browsers fetch as much of it as they show. */
  readonly byUrl?: boolean
}

/** Says what keeps an object from being a file, or `undefined`. */
export function checkFile(file: Record<string, unknown>): string | undefined {
  const { data_format: format } = file
  if (!isObject(format)) return 'it has no data_format'
  if (!(fileTypes as readonly unknown[]).includes(format['data_type'])) {
    return `its data_type ${JSON.stringify(format['data_type'])} is not one of ${fileTypes.join(', ')}`
  }
  if (typeof format['filename'] !== 'string' || format['filename'] === '') return 'its data_format has no filename'
  return typeof file['content'] === 'string' || typeof file['url'] === 'string'
    ? undefined
    : 'it has neither content nor url'
}

const type: WidgetType = {
  type: 'pdf',
  methods: ['GET'],
  gridData: { w: 20, h: 16 },
  answer: objectAnswer('a file { data_format: { data_type, filename }, content | url }', checkFile),
}

/**
 * Declares a viewer of one file.
 * @see widget-data §15
 */
export function pdf<const P extends Params = {}, const Key extends string | undefined = undefined>(
  options: PdfOptions<P, Key>,
): Widget<P, Key extends string ? unknown : FileObject> {
  const keyed = atDataKey(type, options.dataKey)
  const { load, byUrl = false, params = {} } = options
  return createWidget(keyed.type, options, {
    load: byUrl ? toLinkingLoad(load, params) : mapLoad(load, toFileAnswer),
    ...(byUrl && { routes: [toFileRoute(params, load)] }),
    data: keyed.data,
  })
}

/** The route at which a widget's files are served by their bytes. */
export function toFileRoute(params: Params, load: Load): SubRoute {
  return { path: filePath, params, load, answer: fileAnswer }
}

function toLinkingLoad<P extends Params, Result>(load: LoadOf<P, Result>, params: Params): Load {
  if (typeof load !== 'function') return load
  return async (values: never, context: Context) => {
    const file = await load(values, context)
    return isFileContent(file) ? toLinkedFile(file, context, toFileQuery(params, values)) : toFileAnswer(file)
  }
}
