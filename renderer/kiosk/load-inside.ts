import type { LoadInside } from './inside.ts'

/** What is behind the sign-in, as files of their own: the first screen waits for none of them. */
export const loadInside: LoadInside = {
  kiosk: async entrance => {
    // Before any schema: they decide when they are made.
    await import('./forbid-eval.ts')
    const [{ startKiosk }, { browserKioskPorts }] = await Promise.all([
      import('./start-kiosk.ts'),
      import('./kiosk-ports.ts'),
    ])
    return startKiosk(entrance, browserKioskPorts())
  },
  places: async () => {
    await import('./forbid-eval.ts')
    return (await import('./places.tsx')).Places
  },
}
