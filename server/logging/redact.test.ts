import { expect, test } from 'vitest'
import { createLogger } from './create-logger.ts'
import { redact } from './redact.ts'

/** What must never be in a log, as it really looks. */
const secrets = [
  'Diallo',
  'Amara',
  '48213907',
  '821390',
  'dents',
  '$argon2id$v=19$m=19456',
  'eyJhbGciOiJFZERTQSJ9',
  'cursor=',
  'Marlboro',
]

function written(log: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  log(createLogger({ level: 'debug', destination: { write: line => void lines.push(line) } }))
  return lines.join('')
}

const secretsIn = (text: string): string[] => secrets.filter(secret => text.includes(secret))

test('a request line carries its method, route, status, time, terminal and code, and nothing else', () => {
  const line = written(logger => {
    logger.info(
      {
        method: 'GET',
        route: '/terminal/v1/pull',
        url: '/terminal/v1/pull?cursor=eyJhbGciOiJFZERTQSJ9',
        status: 401,
        ms: 3,
        terminalId: '0192f0c0-0000-4000-8000-000000000000',
        code: 'TERMINAL_REFUSED',
        headers: { authorization: 'Bearer eyJhbGciOiJFZERTQSJ9' },
        body: { number: '48213907', pin: '821390', text: 'Mal de dents' },
        params: { name: 'Amara Diallo' },
      },
      'request answered',
    )
  })
  expect(secretsIn(line)).toEqual([])
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-/) as string,
    event: 'request answered',
    method: 'GET',
    route: '/terminal/v1/pull',
    status: 401,
    ms: 3,
    terminalId: '0192f0c0-0000-4000-8000-000000000000',
    code: 'TERMINAL_REFUSED',
  })
})

test.each([
  ['a database error with its detail', 'duplicate key value violates unique constraint "inmates_number_key"'],
  ['a parser that quotes what it choked on', `Unexpected token 'M', "Mal de dents" is not valid JSON`],
  ['a value in parentheses', 'Key (number)=(48213907) already exists.'],
  ['a number in the open', 'no inmate 48213907 with pin 821390'],
  ['a quote that never ends', 'could not read "Amara Diallo'],
  ['French and typographic quotes', '«Amara Diallo» and “Mal de dents”'],
])('%s loses what was quoted', (_name, message) => {
  const error = new Error(message, { cause: new TypeError(`cannot read 'Diallo' of "dents"`) })
  const line = written(logger => logger.error({ error }, 'a request failed'))
  expect(secretsIn(line)).toEqual([])
  expect(JSON.parse(line)).toMatchObject({ error: { type: 'Error', cause: { type: 'TypeError' } } })
})

test('a bug says where it happened', () => {
  const { error } = redact({ error: new Error('missing: a verdict for each operation') })
  expect(error?.message).toBe('missing: a verdict for each operation')
  expect(error?.stack.some(line => line.includes('redact.test.ts'))).toBe(true)
})

test('an error’s own extra fields stay out', () => {
  const error = Object.assign(new Error('insert failed'), {
    code: '23505',
    detail: 'Key (family_name)=(Diallo) already exists.',
    where: 'unnamed portal parameter $3 = Marlboro',
    parameters: ['48213907'],
  })
  const line = written(logger => logger.error(error))
  expect(secretsIn(line)).toEqual([])
  expect(JSON.parse(line)).toMatchObject({ error: { code: '23505' } })
})

test('an error handed over alone, or something thrown that is none, is no way round', () => {
  expect(secretsIn(written(logger => logger.error(new Error('wrong pin "821390"'))))).toEqual([])
  expect(secretsIn(written(logger => logger.error({ err: 'Amara Diallo' })))).toEqual([])
  expect(secretsIn(written(logger => logger.error({ error: { message: 'Diallo' } })))).toEqual([])
  expect(secretsIn(written(logger => logger.info('signed in "Amara"')))).toEqual([])
})

test('a child logger is held to the same', () => {
  const line = written(logger => logger.child({ reqId: 'req-1' }).info({ name: 'Amara Diallo' }, 'request answered'))
  expect(secretsIn(line)).toEqual([])
})
