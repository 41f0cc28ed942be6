/** What an installed terminal keeps: the home of its account, on the partition that can be written. */
const INSTALLED_CONFIGURATION = '/var/lib/guichet-terminal/kiosk.json'
const INSTALLED_DATA = '/var/lib/guichet-terminal/data'
/** What whoever set the machine up left for it: belongs to root, only read. */
const INSTALLED_HINTS = '/etc/guichet'

export interface StartSettings {
  readonly configurationFile: string
  /** `undefined`: the account's own folder for this program. */
  readonly dataFolder: string | undefined
  /** Where a new terminal looks for its server and for an enrolment file. */
  readonly hintsFolder: string
  /** A window of this size on a desk; `undefined`: the whole screen. */
  readonly windowSize: { readonly width: number; readonly height: number } | undefined
}

/**
 * Where a kiosk finds its files and how large it is.
 *
 * A packaged kiosk reads no environment: who can set a variable must not be able to point a terminal at
 * another server. Held by "a packaged kiosk reads no environment".
 */
export function readStartSettings(
  environment: Readonly<Record<string, string | undefined>>,
  isPackaged: boolean,
): StartSettings {
  const given = (name: string) => {
    const value = isPackaged ? undefined : environment[name]
    return value === '' ? undefined : value
  }
  return {
    configurationFile: given('GUICHET_CONFIG') ?? INSTALLED_CONFIGURATION,
    dataFolder: isPackaged ? INSTALLED_DATA : given('GUICHET_DATA'),
    hintsFolder: given('GUICHET_HINTS') ?? INSTALLED_HINTS,
    windowSize: parseSize(given('GUICHET_WINDOW')),
  }
}

/** `1024x600`, each side from 100 to 9999. Anything else is no size. */
function parseSize(text: string | undefined): StartSettings['windowSize'] {
  const [, width, height] = /^([1-9][0-9]{2,3})x([1-9][0-9]{2,3})$/.exec(text ?? '') ?? []
  return width === undefined ? undefined : { width: Number(width), height: Number(height) }
}
