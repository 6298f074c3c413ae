import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Makes a component of one that is loaded when it is first shown. Until then there is nothing. */
export function lazy(load: () => Promise<ComponentType>): ComponentType {
  let loaded: ComponentType | undefined
  return function Lazy() {
    const [, redraw] = useState(0)
    useEffect(() => {
      const show = async () => {
        loaded ??= await load()
        redraw((count) => count + 1)
      }
      if (loaded === undefined) void show()
    }, [])
    const Loaded = loaded
    return Loaded === undefined ? null : <Loaded />
  }
}
