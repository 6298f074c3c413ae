import { useEffect, useState } from 'preact/hooks'
import { useWorkbench } from './workbench.ts'

/** Milliseconds that a notice stays. */
const stay = 6000

/** What was last said to the user; it goes by itself, and screen readers say it. */
export function Notice() {
  const { notice, desks } = useWorkbench()
  const said = notice.value
  const [gone, setGone] = useState(0)
  useEffect(() => {
    if (said === undefined) return
    const timer = setTimeout(() => setGone(said.id), stay)
    return () => clearTimeout(timer)
  }, [said])
  const trouble = desks.trouble.value
  const isShown = said !== undefined && said.id > gone
  return (
    <div class="toasts" role="status" aria-live="polite">
      {trouble !== undefined && <p class="toast failed">{trouble}</p>}
      {isShown && <p class="toast">{said.text}</p>}
    </div>
  )
}
