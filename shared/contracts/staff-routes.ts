/** Where the wardens' page and its API lie, on a listener of their own. No terminal's identity leads there. */
export const staffRoutes = {
  page: '/control/',
  approve: '/staff/v1/orders/:id/approve',
  decline: '/staff/v1/orders/:id/decline',
  inmate: '/staff/v1/inmates/:number',
  invitations: '/staff/v1/invitations',
  orders: '/staff/v1/orders',
  preview: '/staff/v1/orders/preview',
  session: '/staff/v1/session',
  /** Somebody is at the page: says so, so that the session lasts. Looking on does not. */
  sessionUse: '/staff/v1/session/use',
  signIn: '/staff/v1/sign-in',
  signInChallenge: '/staff/v1/sign-in/challenge',
  signUp: '/staff/v1/sign-up',
  signUpChallenge: '/staff/v1/sign-up/challenge',
  state: '/staff/v1/state',
  watch: '/staff/v1/watch',
} as const
