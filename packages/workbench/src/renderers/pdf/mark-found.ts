const name = 'pdf-found'

/** Marks a text wherever it stands in the drawn pages of a viewer; browsers without highlights mark nothing. */
export function markFound(pages: HTMLElement, wanted: string): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.delete(name)
  const words = wanted.trim().toLowerCase()
  if (words === '') return
  const ranges: Range[] = []
  const walker = document.createTreeWalker(pages, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const node = walker.currentNode
    const text = (node.textContent ?? '').toLowerCase()
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, Math.min(at + words.length, node.textContent?.length ?? 0))
      ranges.push(range)
    }
  }
  CSS.highlights.set(name, new Highlight(...ranges))
}
