import { expect, test } from 'vitest'
import { GuichetError } from '#shared/errors/guichet-error.ts'
import { classifyError } from './classify-error.ts'

const withCode = (code: string, message = 'failed') => Object.assign(new Error(message), { code })
const ofFramework = (statusCode: number, more: object = {}) =>
  Object.assign(new Error('failed'), { statusCode, ...more })

test.each([
  ['a refused terminal', new GuichetError('TERMINAL_REFUSED', ''), 401, 'TERMINAL_REFUSED'],
  ['an unusable cursor', new GuichetError('PULL_CURSOR_UNKNOWN', ''), 409, 'PULL_CURSOR_UNKNOWN'],
  ['a foreseen failure that is no answer to a client', new GuichetError('JOURNAL_FULL', ''), 500, 'INTERNAL'],
  ['a broken body', ofFramework(400), 400, 'BODY_INVALID'],
  ['a broken query', ofFramework(400, { validationContext: 'querystring' }), 400, 'QUERY_INVALID'],
  ['a body that is too large', ofFramework(413), 413, 'BODY_TOO_LARGE'],
  ['another content type', ofFramework(415), 415, 'CONTENT_TYPE_REFUSED'],
  ['an address that is too long', ofFramework(414), 414, 'BODY_INVALID'],
  ['a framework failure that is ours', ofFramework(500), 500, 'INTERNAL'],
  ['a refused connection', withCode('ECONNREFUSED'), 503, 'DATABASE_UNAVAILABLE'],
  ['a missing socket', withCode('ENOENT'), 503, 'DATABASE_UNAVAILABLE'],
  ['a terminated backend', withCode('57P01'), 503, 'DATABASE_UNAVAILABLE'],
  ['a database that starts up', withCode('57P03'), 503, 'DATABASE_UNAVAILABLE'],
  ['too many connections', withCode('53300'), 503, 'DATABASE_UNAVAILABLE'],
  ['a full disk', withCode('53100'), 503, 'DATABASE_UNAVAILABLE'],
  ['a connection that broke off', new Error('Connection terminated unexpectedly'), 503, 'DATABASE_UNAVAILABLE'],
  [
    'a pool without a free connection',
    new Error('timeout exceeded when trying to connect'),
    503,
    'DATABASE_UNAVAILABLE',
  ],
  [
    'both addresses refused',
    new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')], 'failed'),
    503,
    'DATABASE_UNAVAILABLE',
  ],
  ['a wrapped lost connection', new Error('x', { cause: withCode('ECONNRESET') }), 503, 'DATABASE_UNAVAILABLE'],
  ['a deadlock', withCode('40P01'), 503, 'SERVER_BUSY'],
  ['a statement that took too long', withCode('57014'), 503, 'SERVER_BUSY'],
  ['a bug', new TypeError('undefined is not a function'), 500, 'INTERNAL'],
  ['a broken constraint', withCode('23514'), 500, 'INTERNAL'],
  ['an empty group of errors', new AggregateError([], 'failed'), 500, 'INTERNAL'],
  ['something that is no error', 'thrown', 500, 'INTERNAL'],
  ['nothing', undefined, 500, 'INTERNAL'],
])('%s', (_name, error, status, code) => {
  expect(classifyError(error)).toEqual({ status, code })
})
