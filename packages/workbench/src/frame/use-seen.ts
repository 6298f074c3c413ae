import { type RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** How far below the screen something already counts as seen. */
const ahead = '600px'

/** Tells whether an element has been on the screen, or close to it. */
export function useSeen<Kind extends Element>(): { readonly element: RefObject<Kind | null>; readonly seen: boolean } {
  const element = useRef<Kind>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (element.current === null || seen) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true)
      },
      { rootMargin: ahead },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [seen])
  return { element, seen }
}
