/** Where the terminal API lies. `probe` answers any 2xx, without a body to read, and costs the server next to nothing. */
export const terminalRoutes = {
  /** A WebSocket: see `control.ts`. */
  control: '/terminal/v1/control',
  /** Without a terminal's proof: what lets one in is a one-time code. See `enrolment.ts`. */
  enrolment: '/terminal/v1/enrolment',
  enrolmentLook: '/terminal/v1/enrolment/look',
  /** See `shared/doctor/doctor-report.ts`. */
  doctor: '/terminal/v1/doctor',
  /** Not a route but a change of protocol: see `gateway.ts`. */
  gateway: '/terminal/v1/gateway',
  probe: '/terminal/v1/probe',
  pull: '/terminal/v1/pull',
  push: '/terminal/v1/push',
  refusals: '/terminal/v1/refusals',
  /** See `shared/update/update-offer.ts`. */
  update: '/terminal/v1/update',
  updatePiece: '/terminal/v1/update/piece',
} as const
