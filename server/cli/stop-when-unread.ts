import process from 'node:process'

/** How a shell says that a program ended because nobody read it any more: 128 and the number of SIGPIPE. */
const UNREAD = 141

interface Written {
  readonly on: (event: 'error', listener: (error: NodeJS.ErrnoException) => void) => unknown
}

/** Lets a command end in silence where whatever read it has read enough, as `head` does. Any other error is thrown. */
export function stopWhenUnread(
  written: Written = process.stdout,
  exit: (code: number) => void = code => process.exit(code),
): void {
  written.on('error', error => {
    if (error.code !== 'EPIPE') throw error
    exit(UNREAD)
  })
}
