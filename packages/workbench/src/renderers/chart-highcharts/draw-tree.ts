import { isJsonObject } from '../chart/json-object.ts'

const most = 200

/** Shows a value as a tree that opens and closes; long lists are shown in part, and say so. */
export function drawTree(value: unknown, name = '', open = true): HTMLElement {
  const entries = Array.isArray(value)
    ? value.map((entry: unknown, index) => [String(index), entry] as const)
    : isJsonObject(value)
      ? Object.entries(value)
      : undefined
  if (entries === undefined) return toLine(name, JSON.stringify(value) ?? '')

  const branch = document.createElement('details')
  const summary = document.createElement('summary')
  summary.textContent = `${name === '' ? '' : `${name}: `}${Array.isArray(value) ? `[${entries.length}]` : `{${entries.length}}`}`
  branch.append(summary)
  const grow = () => {
    if (!branch.open || branch.childElementCount > 1) return
    branch.append(...entries.slice(0, most).map(([key, inner]) => drawTree(inner, key, false)))
    if (entries.length > most) branch.append(toLine('', `… and ${entries.length - most} more`))
  }
  branch.addEventListener('toggle', grow)
  branch.open = open
  grow()
  return branch
}

function toLine(name: string, text: string): HTMLElement {
  const line = document.createElement('div')
  const key = document.createElement('span')
  key.textContent = name === '' ? '' : `${name}: `
  const value = document.createElement('code')
  value.textContent = text.length > 300 ? `${text.slice(0, 300)}…` : text
  line.append(key, value)
  return line
}
