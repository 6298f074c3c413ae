import { signal } from '@preact/signals'
import type { RenderContext } from '../renderer.ts'

/** The hosts that the user let widgets load from, until the page is closed. */
export const allowedHosts = signal<ReadonlySet<string>>(new Set())

/**
 * Tells whether a widget may load a URL without asking: pictures and files of its own backend and of this machine, and of hosts that
 * the user allowed. Nothing else leaves the machine by itself.
 */
export function mayLoad(url: string, context: Pick<RenderContext, 'toUrl'>): boolean {
  const host = hostOf(url)
  if (host === undefined) return /^(data|blob):/i.test(url)
  return isLoopback(host) || host === hostOf(context.toUrl('')) || allowedHosts.value.has(host)
}

/** Lets all widgets load from a host, until the page is closed. */
export function allowHost(host: string): void {
  allowedHosts.value = new Set([...allowedHosts.value, host])
}

/** Reads host and port of a web address; `undefined` when it is none. */
export function hostOf(url: string): string | undefined {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).host : undefined
}

/** Tells whether a host, with or without a port, is this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])(:\d+)?$/.test(host)
}
