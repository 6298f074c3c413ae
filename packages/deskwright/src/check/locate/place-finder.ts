import { type ReadSource, toTextEnd, toTextOffset } from '../read-source.ts'
import type { FoundPlace, TextRange } from '../finding.ts'
import type { Step } from '../source.ts'
import { toCodeFrame } from './code-frame.ts'
import { createNodeFinder } from './find-node.ts'
import { type TextLines, toLines, toPosition } from './text-lines.ts'
import { findAt, toPointer } from './walk-json.ts'

const longest = 80

/** Makes places of one source. */
export interface PlaceFinder {
  /** The place of a value, or of its key. */
  readonly find: (steps: readonly Step[], part: 'key' | 'value') => FoundPlace
  /** The place of a piece of the text. */
  readonly findText: (steps: readonly Step[], offset: number, length: number) => FoundPlace
}

/** Makes a finder of places in a source. */
export function createPlaceFinder(source: ReadSource): PlaceFinder {
  const { document, name, content, value, json } = source
  const text = 'text' in content ? content.text : undefined
  let lines: TextLines | undefined
  const findNode = json === undefined ? undefined : createNodeFinder(json)

  const toRange = (offset: number, length: number): TextRange | undefined => {
    if (text === undefined) return undefined
    lines ??= toLines(text)
    const { line, column } = toPosition(lines, offset)
    const { line: endLine, column: endColumn } = toPosition(lines, offset + length)
    const framed = { line, column, endLine, endColumn }
    return { offset, length, ...framed, frame: toCodeFrame(lines, framed) }
  }
  const toPlace = (steps: readonly Step[], excerpt: string, range: TextRange | undefined): FoundPlace => ({
    document,
    source: name,
    pointer: toPointer(steps),
    excerpt: shorten(excerpt),
    ...(range === undefined ? {} : { range }),
  })

  return {
    find(steps, part) {
      const node = findNode?.(steps)
      const target = part === 'key' ? (node?.key ?? node?.value) : node?.value
      if (target === undefined) return toPlace(steps, JSON.stringify(findAt(value, steps)) ?? '', undefined)
      // What is large is pointed at by its beginning.
      const isLarge = part === 'value' && node?.key !== undefined && /[\r\n]/.test(slice(target))
      const { offset, length } = isLarge ? (node?.key ?? target) : target
      const start = toTextOffset(source, offset)
      return toPlace(steps, slice(target), toRange(start, Math.max(1, toTextEnd(source, offset + length) - start)))
    },
    findText(steps, offset, length) {
      return toPlace(steps, text?.slice(offset, offset + length) ?? '', toRange(offset, length))
    },
  }

  function slice({ offset, length }: { readonly offset: number; readonly length: number }): string {
    return json?.slice(offset, offset + length) ?? ''
  }
}

function shorten(text: string): string {
  const line = text.slice(0, longest * 4).replaceAll(/\s+/g, ' ')
  return line.length > longest || text.length > longest * 4 ? `${line.slice(0, longest - 1)}…` : line
}
