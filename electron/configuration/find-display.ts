/** Whether there is a screen to show anything on. Chromium finds out too late to say so in words. */
export function hasDisplay(environment: Readonly<Record<string, string | undefined>>): boolean {
  const named = (name: string) => environment[name] !== undefined && environment[name] !== ''
  return named('DISPLAY') || named('WAYLAND_DISPLAY')
}
