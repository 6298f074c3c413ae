import { lineAt, type TextLines } from './text-lines.ts'

const around = 1
const widest = 110

/** Where a frame is drawn. Lines and columns count from 1. */
export interface Framed {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Draws the lines around a place, with marks below it. Long lines are cut to the part around the place. */
export function toCodeFrame(lines: TextLines, { line, column, endLine, endColumn }: Framed): string {
  const first = Math.max(1, line - around)
  const last = Math.min(lines.starts.length, line + around)
  const gutter = String(last).length
  const cut = Math.max(0, column - 1 - Math.floor(widest / 3))
  const show = (text: string) => {
    const shown = text.replaceAll('\t', ' ').slice(cut, cut + widest)
    return `${cut > 0 ? '…' : ''}${shown}${text.length > cut + widest ? '…' : ''}`.trimEnd()
  }
  const drawn: string[] = []
  for (let number = first; number <= last; number += 1) {
    const text = lineAt(lines, number)
    drawn.push(`${number === line ? '>' : ' '} ${String(number).padStart(gutter)} | ${show(text)}`.trimEnd())
    if (number !== line) continue
    const until = endLine === line ? endColumn : text.length + 1
    const length = Math.max(1, Math.min(until - column, widest - (column - 1 - cut)))
    drawn.push(`  ${' '.repeat(gutter)} | ${' '.repeat(column - 1 - cut + (cut > 0 ? 1 : 0))}${'^'.repeat(length)}`)
  }
  return drawn.join('\n')
}
