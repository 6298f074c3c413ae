import { isObject } from '../../define/answers/object.ts'
import { readText } from '../documents/read-text.ts'
import type { FolderFiles } from '../folder-files.ts'

const textual: readonly string[] = ['csv', 'tsv', 'dsv']

/** Puts the data of files of the folder into a Vega-Lite spec: the browser could not fetch them. */
export async function inlineData(value: unknown, from: string, files: FolderFiles): Promise<unknown> {
  if (Array.isArray(value)) return await Promise.all(value.map((item) => inlineData(item, from, files)))
  if (!isObject(value)) return value
  const path = typeof value['url'] === 'string' ? toFolderPath(value['url'], from) : undefined
  if (path !== undefined && isDataSource(value)) {
    const { url: _, ...rest } = value
    const [, ending = 'json'] = /\.(\w+)$/.exec(path) ?? []
    const text = await readText(files, path)
    const format = { type: ending, ...(rest['format'] as object | undefined) }
    return { ...rest, values: textual.includes(format.type) ? text : JSON.parse(text), format }
  }
  const entries = Object.entries(value).map(async ([key, item]) => [key, await inlineData(item, from, files)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

/** Marks and encodings have addresses as well, but these belong to the reader of the chart. */
function isDataSource(value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).every((key) => ['url', 'format', 'name'].includes(key))
}

/** A relative address, as a path of the folder; it cannot lead out of it. */
function toFolderPath(url: string, from: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return undefined
  const base = new URL(from.split('/').map(encodeURIComponent).join('/'), 'folder://x/')
  return decodeURIComponent(new URL(url, base).pathname).replace(/^\//, '')
}
