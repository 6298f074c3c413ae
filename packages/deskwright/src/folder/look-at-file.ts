import { DeskwrightError } from '../index.ts'
import { probeCsv } from './csv/probe-csv.ts'
import type { DataProbe, ProbeTools } from './data/data-probe.ts'
import { probeParquet } from './data/probe-parquet.ts'
import { lookAtDatabase } from './databases/look-at-database.ts'
import { lookAtHtml, lookAtMarkdown, lookAtPdf, lookAtPicture, lookAtText } from './documents/look-at-document.ts'
import type { FolderFile } from './folder-files.ts'
import type { Found } from './found.ts'
import { lookAtJson, lookAtJsonLines } from './json/look-at-json.ts'
import { lookAtQuery } from './queries/look-at-query.ts'

type Sight = readonly Found[] | DataProbe
type Look = (file: FolderFile, tools: ProbeTools) => Sight | Promise<Sight>

const unreadable =
  (format: string, instead: string): Look =>
  ({ path: file }) => {
    throw new DeskwrightError('folder-format-unreadable', { file, format, instead })
  }

const lookAtPictureFile: Look = (file, { files }) => lookAtPicture(file, files)

/** How the files of each ending are looked at. What is not here is left alone. */
const looks: Readonly<Record<string, Look>> = {
  csv: probeCsv,
  tsv: probeCsv,
  parquet: probeParquet,
  json: lookAtJson,
  ndjson: lookAtJsonLines,
  jsonl: lookAtJsonLines,
  sql: (file, { files }) => lookAtQuery(file, files),
  duckdb: lookAtDatabase,
  ddb: lookAtDatabase,
  db: lookAtDatabase,
  sqlite: lookAtDatabase,
  sqlite3: lookAtDatabase,
  md: (file, { files }) => lookAtMarkdown(file, files),
  txt: (file, { files }) => lookAtText(file, files),
  html: (file, { files }) => lookAtHtml(file, files),
  htm: (file, { files }) => lookAtHtml(file, files),
  pdf: (file, { files }) => lookAtPdf(file, files),
  avif: lookAtPictureFile,
  gif: lookAtPictureFile,
  jpeg: lookAtPictureFile,
  jpg: lookAtPictureFile,
  png: lookAtPictureFile,
  svg: lookAtPictureFile,
  webp: lookAtPictureFile,
  arrow: unreadable('Arrow', 'Parquet'),
  feather: unreadable('Arrow', 'Parquet'),
  xls: unreadable('Excel', 'CSV'),
  xlsx: unreadable('Excel', 'CSV'),
}

/** The endings that become widgets. */
export const knownEndings: readonly string[] = Object.keys(looks)

/** Finds out what a file shows, or nothing when its ending says nothing. Throws what keeps it from being shown. */
export async function lookAtFile(file: FolderFile, tools: ProbeTools): Promise<Sight | undefined> {
  return await looks[toEnding(file.path)]?.(file, tools)
}

/** The ending of a path in lower case, without the one of a compression. */
export function toEnding(path: string): string {
  return /\.([a-z0-9]+)(?:\.gz)?$/.exec(path.toLowerCase())?.[1] ?? ''
}
