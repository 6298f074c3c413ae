/** A video and where it starts. */
export interface Video {
  readonly id: string
  /** Seconds. */
  readonly start?: number
}

/** Reads the address of a video in any form that YouTube gives out; `undefined` when it is none. */
export function toVideo(text: string): Video | undefined {
  const trimmed = text.trim().replace(/^"(.*)"$/, '$1')
  const whole = /^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(whole)) return undefined
  const { hostname, pathname, searchParams } = new URL(whole)
  const host = hostname.toLowerCase().replace(/^(www|m|music)\./, '')
  const isLong = host === 'youtube.com' || host === 'youtube-nocookie.com'
  const id = host === 'youtu.be' ? pathname.split('/')[1] : isLong ? readId(pathname, searchParams) : undefined
  if (id === undefined || !/^[\w-]{11}$/.test(id)) return undefined
  const start = readSeconds(searchParams.get('t') ?? searchParams.get('start') ?? '')
  return start === 0 ? { id } : { id, start }
}

/** Writes the address of the player that sets no cookies. */
export function toPlayer({ id, start }: Video): string {
  return `https://www.youtube-nocookie.com/embed/${id}?autoplay=1${start === undefined ? '' : `&start=${start}`}`
}

function readId(pathname: string, query: URLSearchParams): string | undefined {
  const [, kind, id] = pathname.split('/')
  return ['embed', 'shorts', 'live', 'v'].includes(kind ?? '') ? id : (query.get('v') ?? undefined)
}

/** `90`, `90s`, `1m30s`, `1h2m3s`. */
function readSeconds(text: string): number {
  const match = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(text)
  const [hours, minutes, seconds] = (match?.slice(1) ?? []).map((part) => Number(part ?? 0))
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)
}
