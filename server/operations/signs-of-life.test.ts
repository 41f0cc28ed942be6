import { once } from 'node:events'
import { createServer, get, type ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { giveSignsOfLife } from './signs-of-life.ts'

test('says that it is at work until the answer is sent, and not after it', async () => {
  let answer: ServerResponse | undefined
  const server = createServer((_request, response) => {
    giveSignsOfLife(response, 10)
    answer = response
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const asking = get({ host: '127.0.0.1', port: typeof address === 'object' ? address?.port : 0 })
  const heard: (number | undefined)[] = []
  asking.on('information', ({ statusCode }) => {
    heard.push(statusCode)
    if (heard.length === 3) answer?.end('done')
  })
  expect(await once(asking, 'response')).toMatchObject([{ statusCode: 200 }])
  expect(heard.length).toBeGreaterThanOrEqual(3)
  expect(new Set(heard)).toEqual(new Set([102]))
  server.closeAllConnections()
  server.close()
})
