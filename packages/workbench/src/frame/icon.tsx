const paths = {
  add: 'M8 3v10M3 8h10',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h7v7h-7zM3.5 10.5v-7h7',
  dots: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  down: 'M4 6l4 4 4-4',
  download: 'M8 2.5v7.5M4.8 7l3.2 3.2L11.2 7M3 13h10',
  empty: 'M2.5 9.5l2-6h7l2 6v4h-11zM2.5 9.5H6l1 1.5h2l1-1.5h3.5',
  failed: 'M8 2l6.5 11.5h-13zM8 6.5v3M8 11.7v.01',
  gear: 'M2.5 4.5h11M2.5 11.5h11M6 2.8v3.4M10.5 9.8v3.4',
  grip: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  help: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zM8 7.3v4M8 4.8v.01',
  inspect: 'M2 12.5l3-5 3 3 3-7 3 4.5',
  link: 'M6.5 9.5l3-3M7 5l1.3-1.3a2.6 2.6 0 0 1 3.9 3.9L11 8.8M9 11l-1.3 1.3a2.6 2.6 0 0 1-3.9-3.9L5 7.2',
  moon: 'M13 9.8A5.6 5.6 0 0 1 6.2 3a5.6 5.6 0 1 0 6.8 6.8z',
  panel: 'M2.5 3h11v10h-11zM6.5 3v10',
  play: 'M5 3.2v9.6L13 8z',
  plug: 'M6 2v3M10 2v3M4 5h8v2.5a4 4 0 0 1-8 0zM8 11.5V14',
  raw: 'M5.5 4.5L2.5 8l3 3.5M10.5 4.5l3 3.5-3 3.5',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M5.8 3.5L2.8 6.5l3 3',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof paths

/** A small line drawing in the colour of the text. It says nothing to screen readers: what it stands on has a name. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
