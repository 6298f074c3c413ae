import type { ResolveHook } from 'node:module'

/** What the thread that loads the user's code shares with the thread that resolves its imports. */
export interface FreshImports {
  /** One number: how often everything has been loaded anew. */
  readonly generation: Int32Array
  /** The URL that the library's own modules begin with: there is one library, however often the user's code is loaded. */
  readonly library: string
}

let fresh: FreshImports

/** Receives what is shared. Called by Node. */
export function initialize(shared: FreshImports): void {
  fresh = shared
}

/** Gives the user's own modules another URL per generation, because Node loads no URL twice. Called by Node. */
export const resolve: ResolveHook = async (specifier, context, nextResolve) => {
  const resolved = await nextResolve(specifier, context)
  const { url } = resolved
  if (!url.startsWith('file:') || url.startsWith(fresh.library) || url.includes('/node_modules/')) return resolved
  return { ...resolved, url: `${url}${url.includes('?') ? '&' : '?'}generation=${Atomics.load(fresh.generation, 0)}` }
}
