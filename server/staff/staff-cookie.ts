/** `__Host-`: browsers take it over TLS only, from this host only, for no other host, and for all of its paths. */
const NAME = '__Host-guichet-staff'
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict'
const TOKEN = /^[\w-]{43}$/

/** The session's token a `Cookie` header carries. With two of that name there is none: somebody meddled. */
export function sessionTokenOf(cookieHeader: string | undefined): string | undefined {
  const found = (cookieHeader ?? '')
    .split(';')
    .map(pair => pair.trim().split('=', 2))
    .filter(([name]) => name === NAME)
  const token = found[0]?.[1]
  return found.length === 1 && token !== undefined && TOKEN.test(token) ? token : undefined
}

/** Sets the cookie until the browser is closed. When the session ends is the server's to say. */
export function sessionCookie(token: string): string {
  return `${NAME}=${token}; ${ATTRIBUTES}`
}

export const endedSessionCookie = `${NAME}=; ${ATTRIBUTES}; Max-Age=0`
