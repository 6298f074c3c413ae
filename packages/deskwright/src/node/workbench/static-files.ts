import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { decodePercents } from '../../http/path.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

/** Sends a file of a folder; what is not in it is answered with 404. Files below `assets/` are named by their content. */
export async function sendFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const wanted = normalize(join(folder, decodePercents(path) || 'index.html'))
  const found = wanted.startsWith(folder + sep) ? await stat(wanted).catch(() => undefined) : undefined
  if (found?.isFile() !== true) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
    return
  }
  response.writeHead(200, {
    'Content-Type': contentTypes[extname(wanted)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
  })
  // A browser that goes away in the middle is no error.
  await pipeline(createReadStream(wanted), response).catch(() => undefined)
}
