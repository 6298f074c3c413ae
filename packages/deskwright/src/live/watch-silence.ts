/** Watches one socket. */
export interface SilenceWatch {
  /** Something came. */
  hear(): void
  stop(): void
}

/** How a socket is watched. */
export interface SilenceOptions {
  /** Milliseconds without a sign of life until it is asked for one, and as many again until it is given up. */
  readonly idle: number
  /** Asks for a sign of life; says whether it could. */
  readonly ask: () => boolean
  /** It was asked, and said nothing. */
  readonly onSilence: () => void
}

/** Begins to watch a socket that may be silent for long, but not when it is asked. One that cannot be asked is believed. */
export function watchSilence({ idle, ask, onSilence }: SilenceOptions): SilenceWatch {
  let isHeard = false
  let isAsked = false
  const look = () => {
    if (isAsked && !isHeard) return onSilence()
    isAsked = !isHeard && ask()
    isHeard = false
    timer = setTimeout(look, idle)
  }
  let timer = setTimeout(look, idle)
  return {
    hear() {
      isHeard = true
    },
    stop: () => clearTimeout(timer),
  }
}
