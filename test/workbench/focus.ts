import type { Locator } from 'playwright-core'

/** Waits until what is written goes here: the focus follows a key or a click a moment later. */
export async function waitForFocus(field: Locator): Promise<void> {
  await field.and(field.page().locator(':focus')).waitFor()
}
