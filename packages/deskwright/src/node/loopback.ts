/** Whether an address reaches this machine only. An empty one or a wildcard does not. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase()
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '::1' ||
    name === '[::1]' ||
    /^(::ffff:)?127(\.\d{1,3}){3}$/.test(name)
  )
}
