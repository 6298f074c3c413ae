import { html, markdown, pdf } from '../../index.ts'
import type { FolderFile, FolderFiles } from '../folder-files.ts'
import type { Found } from '../found.ts'
import { toBase64 } from './base64.ts'
import { limitSize } from './limit-size.ts'
import { readText } from './read-text.ts'

const textLimit = 8 // megabytes
const pictureLimit = 8

/** Shows a page of Markdown. Its first heading is its title. */
export async function lookAtMarkdown(file: FolderFile, files: FolderFiles): Promise<Found[]> {
  limitSize(file, textLimit)
  const [, heading] = /^#\s+(.+?)\s*#*$/m.exec(await readText(files, file.path)) ?? []
  return [
    {
      path: file.path,
      ...(heading !== undefined && { title: heading }),
      toWidget: ({ common }) => markdown({ ...common, load: () => readText(files, file.path) }),
    },
  ]
}

/** Shows a text file as it is. */
export function lookAtText(file: FolderFile, files: FolderFiles): Found[] {
  limitSize(file, textLimit)
  const load = async () => {
    const text = await readText(files, file.path)
    const fence = '`'.repeat(Math.max(3, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)))
    return `${fence}\n${text}\n${fence}`
  }
  return [{ path: file.path, toWidget: ({ common }) => markdown({ ...common, load }) }]
}

/** Shows a web page. Its title is its title. */
export async function lookAtHtml(file: FolderFile, files: FolderFiles): Promise<Found[]> {
  limitSize(file, textLimit)
  const [, title] = /<title[^>]*>\s*([^<&]+?)\s*<\/title>/i.exec(await readText(files, file.path)) ?? []
  return [
    {
      path: file.path,
      ...(title !== undefined && { title }),
      toWidget: ({ common }) => html({ ...common, load: () => readText(files, file.path) }),
    },
  ]
}

/** Shows a PDF document, of any size. */
export function lookAtPdf(file: FolderFile, files: FolderFiles): Found[] {
  const load = () => ({
    filename: toFileName(file.path),
    bytes: () => files.stream(file.path),
    data_type: 'pdf' as const,
  })
  return [{ path: file.path, toWidget: ({ common }) => pdf({ ...common, load }) }]
}

const pictureTypes: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** Shows a picture, as large as its widget. In an `img` a drawing runs no scripts. */
export function lookAtPicture(file: FolderFile, files: FolderFiles): Found[] {
  limitSize(file, pictureLimit)
  const load = async () => {
    const type = pictureTypes[file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase()]
    const data = `data:${type};base64,${toBase64(await files.read(file.path))}`
    return `<!doctype html><style>html,body{margin:0;height:100%}img{width:100%;height:100%;object-fit:contain}</style><img alt="" src="${data}">`
  }
  return [{ path: file.path, toWidget: ({ common }) => html({ ...common, load }) }]
}

function toFileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
