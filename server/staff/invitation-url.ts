import { staffRoutes } from '#shared/contracts/staff-routes.ts'

/** The link to give away. Behind `#`, so that no server, log or `Referer` ever sees the token. */
export function invitationUrl(origin: string, token: string): string {
  return `${origin}${staffRoutes.page}#join=${token}`
}
