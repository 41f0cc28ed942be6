import { z } from 'zod'

/** Where an enrolled terminal's configuration lies. */
const INSTALLED_CONFIGURATION = '/etc/guichet/kiosk.json'

export interface StartSettings {
  readonly configurationFile: string
  /** `undefined`: the account's own folder for this program. */
  readonly dataFolder: string | undefined
  /** A window of this size on a desk; `undefined`: the whole screen. */
  readonly windowSize: { readonly width: number; readonly height: number } | undefined
}

const sizeSchema = z
  .string()
  .regex(/^[1-9][0-9]{2,3}x[1-9][0-9]{2,3}$/)
  .transform(text => {
    const [width, height] = text.split('x').map(Number)
    return { width: width ?? 0, height: height ?? 0 }
  })

const environmentSchema = z.object({
  GUICHET_CONFIG: z.string().min(1).optional(),
  GUICHET_DATA: z.string().min(1).optional(),
  GUICHET_WINDOW: sizeSchema.optional().catch(undefined),
})

/**
 * Where a kiosk finds its files and how large it is.
 *
 * A packaged kiosk reads no environment: who can set a variable must not be able to point a terminal at
 * another server. Held by "a packaged kiosk reads no environment".
 */
export function readStartSettings(environment: unknown, isPackaged: boolean): StartSettings {
  const given = isPackaged ? {} : environmentSchema.parse(environment)
  return {
    configurationFile: given.GUICHET_CONFIG ?? INSTALLED_CONFIGURATION,
    dataFolder: given.GUICHET_DATA,
    windowSize: given.GUICHET_WINDOW,
  }
}
