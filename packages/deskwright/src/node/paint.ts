import { styleText } from 'node:util'
import type { Paint } from '../errors/render.ts'

/** Makes a function that colours text, or leaves it alone. */
export function createPaint(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text
}
