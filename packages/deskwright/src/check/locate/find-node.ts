import { type Node, parseTree } from 'jsonc-parser'
import type { Step } from '../source.ts'

/** Where a value and its key stand in a JSON text. */
export interface FoundNode {
  readonly value: Node
  /** Absent for items of an array, and for the whole. */
  readonly key?: Node
}

/** Makes a function that finds values in a JSON text. The text is read when the first one is asked for. */
export function createNodeFinder(json: string): (steps: readonly Step[]) => FoundNode | undefined {
  let root: Node | undefined
  const members = new WeakMap<Node, ReadonlyMap<string, Node>>()
  return (steps) => {
    root ??= parseTree(json)
    let found: FoundNode | undefined = root && { value: root }
    for (const step of steps) {
      if (found === undefined) return undefined
      found = stepInto(found.value, step)
    }
    return found
  }

  function stepInto(node: Node, step: Step): FoundNode | undefined {
    if (node.type === 'array') {
      const value = node.children?.[Number(step)]
      return value && { value }
    }
    const [key, value] = membersOf(node).get(String(step))?.children ?? []
    return key && value && { key, value }
  }

  function membersOf(node: Node): ReadonlyMap<string, Node> {
    const known = members.get(node)
    if (known !== undefined) return known
    // Of two equal keys the last one counts.
    const made = new Map((node.children ?? []).map((member) => [String(member.children?.[0]?.value), member]))
    members.set(node, made)
    return made
  }
}
