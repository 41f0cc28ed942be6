/** Versions in their order, for the function and for the shell. */
export const versionsInOrder = [
  '0.0.9',
  '0.0.10',
  '0.2.0-dev.20261123062900.gab12cd34',
  '0.2.0-dev.20261123062901.g0012cd34.changed',
  '0.2.0',
  '0.2.8',
  '0.2.9',
  '0.10.0',
  '1.0.0-dev.20270101000000.gab12cd34',
  '1.0.0',
  '99999.99999.99999',
] as const

export const noVersions = [
  '',
  '1',
  '1.0',
  '1.0.0.0',
  '01.0.0',
  '1.0.0-rc.1',
  '1.0.0 ',
  '../1.0.0',
  '1.0.0-dev.2027.gab12cd34',
  '1.0.0-dev.20270101000000.gab12cd34.more',
  '123456.0.0',
  '-1.0.0',
  '1.0.0\n2.0.0',
  '1.0.0\n../x',
] as const
