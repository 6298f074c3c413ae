import type { Desk } from './desk.ts'

/** Makes an empty desk with one tab that shows no bar. */
export function toEmptyDesk(id: string, name: string): Desk {
  return {
    id,
    name,
    tabs: [{ id: '', name: '', items: [] }],
    groups: [],
    about: { description: '', img: '', img_dark: '', img_light: '', allowCustomization: true, prompts: [] },
    changed: false,
  }
}
