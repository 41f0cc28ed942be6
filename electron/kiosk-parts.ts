import { GuichetError } from '#shared/errors/guichet-error.ts'
import type { ChannelHandlers } from './bridge/register-channels.ts'
import type { KioskIdentity } from './configuration/read-configuration.ts'

export function createChannelHandlers({ configuration }: KioskIdentity): ChannelHandlers {
  const missing = () => Promise.reject(new GuichetError('INTERNAL', 'not connected'))
  return {
    'terminal:describe': async () => ({
      terminalName: configuration.terminal.name,
      prisonNames: configuration.prison.names,
      timeZone: configuration.prison.timeZone,
      language: configuration.language,
      version: '0.1.0',
    }),
    'session:people': missing,
    'session:sign-in': missing,
    'session:end': missing,
    'operation:confirm': missing,
    'journal:read': missing,
    'journal:restore': missing,
    'journal:discard': missing,
    'line:push': missing,
    'line:pull': missing,
    'line:probe': missing,
    'draft:keep': missing,
    'draft:read': missing,
    'web:sites': missing,
    'web:open': missing,
    'web:place': missing,
    'web:go': missing,
    'web:close': missing,
  }
}
