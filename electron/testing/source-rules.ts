/*
 * Threat: one careless line undoes a wall, and every test of the wall still passes, because no test meets the new line. So
 * the sources themselves are looked at. Each rule says what may stand where; the places that may are named here, and a new
 * one is a decision, not an accident.
 */

interface SourceRule {
  readonly name: string
  /** What offends, in the text without its comments. */
  readonly offence: RegExp
  /** Where it may stand all the same. */
  readonly places?: readonly string[]
}

const rules: readonly SourceRule[] = [
  { name: 'asks the system to open something', offence: /\bshell\b\s*[.,}]/ },
  { name: 'makes a window a page can close', offence: /\b(?:new\s+)?BrowserWindow\b|\bBrowserView\b/ },
  {
    name: 'loads an address',
    offence: /\.(?:loadURL|loadFile|downloadURL)\(/,
    places: ['electron/gate/open-visit.ts', 'electron/window/kiosk-frame.ts'],
  },
  { name: 'uses the session that nobody guards', offence: /\bdefaultSession\b/ },
  {
    name: 'adds a switch',
    offence: /\.appendSwitch\(|\.appendArgument\(/,
    places: ['electron/lockdown/harden-browser.ts', 'electron/lockdown/keep-to-way-out.ts'],
  },
  { name: 'takes the sandbox away', offence: /\bsandbox:\s*false|nodeIntegration\w*:\s*true/ },
  {
    name: 'takes a wall between pages away',
    offence: /contextIsolation:\s*false|webSecurity:\s*false|webviewTag:\s*true/,
  },
  { name: 'opens the inspector', offence: /devTools:\s*true|\.openDevTools\(/ },
  { name: 'lets a page open a window', offence: /action:\s*'allow'/ },
  { name: 'judges an address by how its text begins', offence: /\.startsWith\(\s*['"`]https?/ },
  {
    name: 'listens to requests',
    offence: /\.onBefore(?:Request|SendHeaders|Redirect)\(|\.onHeadersReceived\(/,
    places: ['electron/gate/guard-session.ts', 'electron/window/page-session.ts'],
  },
  {
    name: 'grants a permission',
    offence: /setPermissionCheckHandler\((?!\(\) => false\))|setDevicePermissionHandler\((?!\(\) => false\))/,
  },
  {
    name: 'answers a permission with more than no',
    offence: /setPermissionRequestHandler\((?!\(_contents, _permission, answer\) => \{\s*answer\(false\)\s*\}\))/,
  },
  {
    name: 'believes certificates',
    offence: /setCertificateVerifyProc\(|rejectUnauthorized:\s*false|'certificate-error'/,
    // The second believes nobody by that: it compares the key of the authority itself, before anything is sent.
    places: ['electron/gate/guard-session.ts', 'electron/enrolment/open-connection.ts'],
  },
  {
    name: 'gives a page a preload',
    offence: /\bpreload\b\s*[,:]|registerPreloadScript/,
    places: ['electron/window/open-window.ts'],
  },
  {
    name: 'registers a channel by itself',
    offence: /\bipcMain\.(?:handle|on|once|handleOnce)\(/,
    places: ['electron/bridge/handle.ts', 'electron/bridge/early-channels.ts'],
  },
  {
    name: 'sets another way out',
    offence: /\.setProxy\(|\.allowNTLMCredentialsForDomains\(/,
    // To where nobody listens.
    places: ['electron/window/page-session.ts'],
  },
]

/** The three ways a document comes to another address. Who listens to one has to listen to all. */
const navigationEvents = ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const

/** Says what a source of the kiosk does that it may not. */
export function offencesOf(file: string, source: string): string[] {
  const text = withoutComments(source)
  const offences = rules.filter(({ offence, places = [] }) => !places.includes(file) && offence.test(text))
  const heard = navigationEvents.filter(event => text.includes(`'${event}'`))
  const isHalf = heard.length > 0 && heard.length < navigationEvents.length
  return [...offences.map(({ name }) => name), ...(isHalf ? ['hears of some navigations only'] : [])]
}

/** Strings that look like comments do not occur beside what is looked for here. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
}
