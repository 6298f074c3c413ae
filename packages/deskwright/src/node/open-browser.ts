import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
  linux: ['xdg-open'],
}

/** Opens a page in the user's browser. Where there is no screen or no browser, nothing happens. */
export function openBrowser(url: string, environment: NodeJS.ProcessEnv = process.env): void {
  const [program, ...given] = openers[process.platform] ?? []
  const { DISPLAY, WAYLAND_DISPLAY } = environment
  if (program === undefined || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)) return
  const opener = spawn(program, [...given, url], { stdio: 'ignore', detached: true })
  opener.once('error', () => undefined)
  opener.unref()
}
