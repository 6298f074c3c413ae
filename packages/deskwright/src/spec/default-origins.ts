/**
 * The origins OpenBB Workspace, its Excel add-in and its desktop shell call from.
 * @see spec README §4.1
 */
export const defaultOrigins: readonly string[] = [
  'https://pro.openbb.co',
  'https://pro.openbb.dev',
  'https://excel.openbb.co',
  'https://excel.openbb.dev',
  'http://localhost:1420',
  'tauri://localhost',
  'https://backends.openbb.co',
  'https://backends.openbb.dev',
  'http://localhost:3000',
]
