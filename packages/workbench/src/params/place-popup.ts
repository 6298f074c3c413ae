const gap = 4
const edge = 8

/** Puts a popup under what opened it, or above when there is no room; always on the screen. */
export function placePopup(anchor: HTMLElement | null, popup: HTMLElement | null): void {
  if (anchor === null || popup === null) return
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect()
  popup.style.minWidth = `${width}px`
  const { offsetWidth, offsetHeight } = popup
  const x = left + offsetWidth + edge <= innerWidth ? left : right - offsetWidth
  const below = innerHeight - bottom - gap - edge
  const above = top - gap - edge
  const y = offsetHeight <= below || below >= above ? bottom + gap : Math.max(edge, top - gap - offsetHeight)
  popup.style.left = `${Math.max(edge, Math.min(x, innerWidth - offsetWidth - edge))}px`
  popup.style.top = `${y}px`
  popup.style.maxHeight = `${Math.max(below, above, 120)}px`
}
