/** Whether this browser draws with the processor alone, as on a computer without a graphics chip or with it switched off. */

let known: boolean | null = null

/** Asked of a picture that nobody sees, once; false where the browser does not say what draws. */
export function drawsWithoutChip(): boolean {
  known ??= /swiftshader|llvmpipe|softpipe|software|basic render/i.test(drawerName())
  return known
}

function drawerName(): string {
  const context = document.createElement('canvas').getContext('webgl2')
  if (context === null) return ''
  // Firefox says it under the plain name; Chromium and Safari only through the extension
  const plain = String(context.getParameter(context.RENDERER))
  const extension = /webkit/i.test(plain) ? context.getExtension('WEBGL_debug_renderer_info') : null
  const name = extension === null ? plain : String(context.getParameter(extension.UNMASKED_RENDERER_WEBGL))
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return name
}
