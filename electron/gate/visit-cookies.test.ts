import { expect, test } from 'vitest'
import { createVisitCookies } from './visit-cookies.ts'

const url = 'https://jobs.example/offers'

test('a request goes out with what its host gave, and without what a script wrote', () => {
  const cookies = createVisitCookies()
  cookies.remember(url, { 'Set-Cookie': ['sid=1', 'wide=2; Domain=jobs.example'], Date: ['now'] })
  const headers = { Accept: '*/*', Cookie: 'sid=1; note=words; wide=2' }
  expect(cookies.withGiven(url, headers)).toEqual({ Accept: '*/*', Cookie: 'sid=1; wide=2' })
  expect(cookies.withGiven('https://www.jobs.example/', headers)).toEqual({ Accept: '*/*', Cookie: 'wide=2' })
  expect(cookies.withGiven('https://other.example/', headers)).toEqual({ Accept: '*/*' })
})

test('names of headers are read whatever their case', () => {
  const cookies = createVisitCookies()
  cookies.remember(url, { 'set-cookie': ['sid=1'] })
  expect(cookies.withGiven(url, { cookie: 'sid=1; note=words' })).toEqual({ cookie: 'sid=1' })
})

test('a request without cookies goes out as it is', () => {
  const headers = { Accept: '*/*' }
  expect(createVisitCookies().withGiven(url, headers)).toBe(headers)
})
