let known: boolean | undefined

/** Whether the browser draws with graphics hardware; the same in software would stop the page for many seconds. Asked once. */
export function hasGraphics(): boolean {
  return (known ??= findGraphics())
}

function findGraphics(): boolean {
  const gl = document.createElement('canvas').getContext('webgl')
  if (gl === null) return false
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const name = String(gl.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER))
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return !/swiftshader|llvmpipe|software|basic render/i.test(name)
}
