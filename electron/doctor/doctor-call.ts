/** What somebody asked of the program besides being the kiosk. */
export interface DoctorCall {
  /** As a machine reads it. */
  readonly isJson: boolean
  /** The command line without what is the doctor's own: everything left is judged as at any start. */
  readonly otherArguments: readonly string[]
}

/**
 * Whether this is `kiosk doctor [--json]`. `undefined` where it is not. In development Electron's own first argument, the
 * folder of the program, stands before it.
 */
export function parseDoctorCall(args: readonly string[], isPackaged: boolean): DoctorCall | undefined {
  const own = isPackaged ? args : args.slice(args.findIndex(arg => !arg.startsWith('-')) + 1)
  if (own.find(arg => !arg.startsWith('-')) !== 'doctor') return undefined
  return {
    isJson: args.includes('--json'),
    otherArguments: args.filter(arg => arg !== 'doctor' && arg !== '--json'),
  }
}
