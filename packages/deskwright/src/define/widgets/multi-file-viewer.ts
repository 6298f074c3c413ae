import type { FileError, FileObject } from '../../spec/types.ts'
import type { Answer } from '../answers/answer.ts'
import { arrayAnswer, isObject } from '../answers/object.ts'
import { describe } from '../answers/rows.ts'
import type { Context } from '../context.ts'
import { isFileContent, type FileContent, type FileLink } from '../files/file-content.ts'
import { toFileQuery, toLinkedFile } from '../files/link-file.ts'
import { toFileAnswer, toFileError, toFilesAnswer, type ReportFile } from '../files/write-file.ts'
import { isParam, type AnyParam, type Params } from '../params/param.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type Load, type LoadOf, type Widget, type WidgetType } from '../widget.ts'
import { checkFile, toFileRoute } from './pdf.ts'

/** Options of a file viewer. One `param.endpoint` has `roles: ['fileSelector']`. */
export interface MultiFileViewerOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads the selected files, in the selector's order; a file that fails is an error object in its place. */
  readonly load: LoadOf<P, readonly (FileObject | FileError | FileContent | FileLink)[]>
  /** Sends the addresses of the files at this backend instead of their bytes, so that browsers fetch as much of them as they show. */
  readonly byUrl?: boolean
}

const files = arrayAnswer('an array of files, one for each selected', (item) => {
  if (!isObject(item)) return `it is ${describe(item)}`
  return 'error_type' in item ? undefined : checkFile(item)
})

const type: WidgetType = {
  type: 'multi_file_viewer',
  methods: ['POST', 'GET'],
  gridData: { w: 20, h: 16 },
  answer: files,
}

/** Workspace finds a file's answer by its place, so there have to be as many as were selected. */
function toAnswer(selector: string | undefined): Answer {
  if (selector === undefined) return files
  return {
    ...files,
    check: (value, asked) => {
      if (isObject(value)) return checkFile(value)
      const problem = files.check(value, asked)
      const { [selector]: selected = [] } = asked as Record<string, readonly unknown[]>
      if (problem !== undefined || (value as readonly unknown[]).length === selected.length) return problem
      return `${(value as readonly unknown[]).length} files for ${selected.length} selected`
    },
  }
}

function isFileSelector(param: AnyParam | undefined): boolean {
  const roles: unknown = isParam(param) ? param.wire['roles'] : undefined
  return Array.isArray(roles) && roles.includes('fileSelector')
}

/**
 * Declares a list of files with a viewer.
 * @see widget-data §16
 */
export function multiFileViewer<const P extends Params>(
  options: MultiFileViewerOptions<P>,
): Widget<P, readonly (FileObject | FileError)[]> {
  const { load, byUrl = false } = options
  const params: Params = options.params ?? {}
  const selector = Object.keys(params).find((name) => isFileSelector(params[name]))
  const isLinked = byUrl && typeof load === 'function'
  return createWidget({ ...type, answer: toAnswer(selector) }, options, {
    load: toLoad(isLinked ? toLinkingLoad(load, params, selector) : load),
    ...(isLinked && { routes: [toFileRoute(params, toFirstLoad(load))] }),
  })
}

const toReport =
  ({ log }: Context): ReportFile =>
  (name, error) =>
    log(`${name} could not be read`, { error })

/** Old clients ask with GET, for one file at a time, and expect it alone. */
function toLoad<P extends Params>(load: LoadOf<P, unknown>): Load {
  if (typeof load !== 'function') return load
  return async (values: never, context: Context, body: unknown) => {
    const files = await load(values, context)
    if (body === undefined && Array.isArray(files) && files.length === 1) return toFileAnswer(files[0])
    return toFilesAnswer(files, toReport(context))
  }
}

/** Puts addresses in the places of files. The address of one has it alone in the selector. */
function toLinkingLoad<P extends Params>(
  load: MultiFileViewerOptions<P>['load'],
  params: Params,
  selector: string | undefined,
): LoadOf<P, unknown> {
  return async (values, context) => {
    const files: unknown = await load(values, context)
    if (!Array.isArray(files) || selector === undefined) return files
    const asked = values as Readonly<Record<string, unknown>>
    const selected = asked[selector] as readonly unknown[]
    const links = files.map(async (file: unknown, index) => {
      if (!isFileContent(file)) return file
      const query = toFileQuery(params, { ...asked, [selector]: [selected[index]] })
      return toLinkedFile(file, context, query).catch((error: unknown) => {
        toReport(context)(file.filename, error)
        return toFileError(file.filename, error)
      })
    })
    return Promise.all(links)
  }
}

/** Gives the one file that is asked for by its address. */
function toFirstLoad<P extends Params>(load: MultiFileViewerOptions<P>['load']): Load {
  return async (values: never, context: Context) => (await load(values, context))[0]
}
