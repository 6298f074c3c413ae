/** Whether browsers take the host of a URL for this machine itself. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url)
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

/** Whether the host of a URL is in a private network, by its address. */
export function isPrivate(url: string): boolean {
  return (
    isLoopback(url) ||
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|\[f[cde])/.test(new URL(url).hostname)
  )
}
