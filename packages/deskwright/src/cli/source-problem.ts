import { readFileSync } from 'node:fs'
import type { SourceProblem } from '../node/workbench/source-state.ts'
import { isDescribed } from './output/report-error.ts'

const linesAround = 3

/** Describes why a version is not served, with the lines of the sources around the place. */
export function toSourceProblem(error: unknown): SourceProblem {
  if (!isDescribed(error)) {
    const message = error instanceof Error ? error.message : String(error)
    return { message, hint: 'This is a fault of Deskwright: the terminal shows its stack.' }
  }
  const { code, message, hint, place, diagnostics } = error
  const excerpt = place === undefined ? undefined : readExcerpt(place)
  return {
    code,
    message,
    hint,
    ...(place === undefined ? {} : { place }),
    ...(excerpt === undefined ? {} : { excerpt }),
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
  }
}

function readExcerpt(place: string): SourceProblem['excerpt'] {
  const [, file, number] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? []
  if (file === undefined) return undefined
  try {
    const lines = readFileSync(file, 'utf8').split('\n')
    const first = Math.max(1, Number(number) - linesAround)
    const texts = lines.slice(first - 1, Number(number) + linesAround)
    return texts.map((text, index) => ({ line: first + index, text }))
  } catch {
    return undefined
  }
}
