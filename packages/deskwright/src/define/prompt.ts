import type { AnyWidget } from './widget.ts'

/** A suggested question that mentions widgets. */
export interface Prompt {
  readonly strings: readonly string[]
  readonly widgets: readonly AnyWidget[]
}

/**
 * Writes a suggested question; `${widget}` becomes a chip with the widget's name, and gives it to the agent.
 * @see apps-json §6
 */
export function prompt(strings: TemplateStringsArray, ...widgets: readonly AnyWidget[]): Prompt {
  return { strings: [...strings], widgets }
}
