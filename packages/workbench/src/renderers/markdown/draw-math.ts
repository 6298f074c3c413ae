const mostFormulas = 2000

/** Draws the formulas of a text that was made harmless, loading KaTeX when there are any. Gives what was wrong with the first that cannot be read. */
export async function drawMath(element: ParentNode): Promise<string | undefined> {
  const places = [...element.querySelectorAll<HTMLElement>('code.math-inline, code.math-display')].slice(
    0,
    mostFormulas,
  )
  if (places.length === 0) return undefined
  const { default: katex } = await import('katex')
  let first: string | undefined
  for (const place of places) {
    const formula = place.textContent
    const displayMode = place.className === 'math-display'
    const drawn = document.createElement('span')
    drawn.className = place.className
    try {
      katex.render(formula, drawn, {
        displayMode,
        output: 'mathml',
        trust: false,
        strict: 'ignore',
        maxExpand: 200,
        maxSize: 20,
      })
      place.replaceWith(drawn)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      place.classList.add('math-broken')
      place.title = message
      first ??= message
    }
  }
  return first
}
