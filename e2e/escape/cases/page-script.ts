/** A page that runs `code` once it is there. */
export function script(code: string): string {
  return `<script>addEventListener('load', async () => { ${code} })</script>`
}

/** Tries each in turn; one that fails keeps none of the others from being tried. */
export function attempts(...codes: readonly string[]): string {
  return script(codes.map(code => `try { ${code} } catch {}`).join('\n'))
}

export const javascript = { 'content-type': 'text/javascript' } as const
