import type { WireParam } from 'deskwright/spec'
import { readFile, type FileAnswer } from '../files/read-file.ts'
import type { RenderContext } from '../renderer.ts'
import { toTrouble } from '../documents/to-trouble.ts'
import { toFileOptions, toFileRequest, toFilesRequest, toOptionsQuery, type FileOption } from './to-file-requests.ts'

/** Loads the list of files. None, or an error, is an empty list; the error is reported. */
export async function loadOptions(selector: WireParam, context: RenderContext): Promise<readonly FileOption[]> {
  try {
    const query = toOptionsQuery(selector, context.values)
    const response = await context.request(selector.optionsEndpoint ?? '', { query })
    if (response.ok) return toFileOptions(await response.json())
    context.report({ severity: 'error', message: `The list of files: ${await toTrouble(response)}` })
  } catch {
    context.report({ severity: 'error', message: 'The list of files cannot be loaded.' })
  }
  return []
}

/**
 * Loads files, in the order in which they are asked for: all by one POST, or, when the backend answers 405, one by one as before.
 * A file that fails is an answer with its error.
 */
export async function loadFiles(
  selector: WireParam,
  files: readonly string[],
  context: RenderContext,
): Promise<readonly FileAnswer[]> {
  try {
    const endpoint = context.widget.endpoint ?? ''
    const response = await context.request(endpoint, toFilesRequest(selector, context.values, files))
    if (response.status === 405) {
      context.report({
        severity: 'advice',
        message: 'The backend refuses POST, so each file is asked for by GET: an old protocol.',
        hint: 'Answer POST with a list of files, in the order of the names in the body.',
      })
      return await Promise.all(files.map((file) => loadFile(selector, file, context)))
    }
    if (!response.ok) return refuse(files, await toTrouble(response))
    const answer: unknown = await response.json()
    const list: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
    if (list.length !== files.length) {
      context.report({
        severity: 'error',
        message: `${files.length} files were asked for and ${list.length} came.`,
        hint: 'Answer one item for each name, in the same order; a file that is gone is {error_type, content}.',
      })
    }
    return files.map((file, index) =>
      index < list.length ? readFile(list[index]) : { error: `${file} did not come.` },
    )
  } catch {
    return refuse(files, 'The backend cannot be reached, or its answer is no JSON.')
  }
}

async function loadFile(selector: WireParam, file: string, context: RenderContext): Promise<FileAnswer> {
  const response = await context.request(context.widget.endpoint ?? '', toFileRequest(selector, context.values, file))
  return response.ok ? readFile(await response.json()) : { error: await toTrouble(response) }
}

function refuse(files: readonly string[], error: string): readonly FileAnswer[] {
  return files.map(() => ({ error }))
}
