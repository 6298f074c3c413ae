import type { FileError, FileObject } from '../../spec/types.ts'
import type { Answer } from '../answers/answer.ts'
import { arrayAnswer, isObject } from '../answers/object.ts'
import { describe } from '../answers/rows.ts'
import type { Context } from '../context.ts'
import type { FileContent } from '../files/file-content.ts'
import { toFileAnswer, toFilesAnswer } from '../files/write-file.ts'
import { isParam, type AnyParam, type Params } from '../params/param.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type Load, type LoadOf, type Widget, type WidgetType } from '../widget.ts'
import { checkFile } from './pdf.ts'

/** Options of a file viewer. One `param.endpoint` has `roles: ['fileSelector']`. */
export interface MultiFileViewerOptions<P extends Params> extends WidgetOptions<P> {
  /** Loads the selected files, in the selector's order; a file that fails is an error object in its place. */
  readonly load: LoadOf<P, readonly (FileObject | FileError | FileContent)[]>
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
function toAnswer(params: Params): Answer {
  const selector = Object.keys(params).find((name) => isFileSelector(params[name]))
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
  return createWidget({ ...type, answer: toAnswer(options.params ?? {}) }, options, { load: toLoad(options.load) })
}

/** Old clients ask with GET, for one file at a time, and expect it alone. */
function toLoad<P extends Params>(load: MultiFileViewerOptions<P>['load']): Load {
  if (typeof load !== 'function') return load
  return async (values: never, context: Context, body: unknown) => {
    const files = await load(values, context)
    if (body === undefined && Array.isArray(files) && files.length === 1) return toFileAnswer(files[0])
    return toFilesAnswer(files, ({ filename }, error) => context.log(`${filename} could not be read`, { error }))
  }
}
