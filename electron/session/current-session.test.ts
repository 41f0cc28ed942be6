import { expect, test } from 'vitest'
import { amara, bilal } from '../testing/sample-operations.ts'
import { createCurrentSession } from './current-session.ts'

function session() {
  const ended: string[] = []
  const begun: string[] = []
  const told = (list: string[]) => (person: { givenName: string }) => void list.push(person.givenName)
  return { ended, begun, current: createCurrentSession(told(ended), told(begun)) }
}

test('nobody is signed in at first', () => {
  const { current } = session()
  expect(current.person()).toBeUndefined()
  expect(() => current.require()).toThrow(expect.objectContaining({ code: 'SESSION_MISSING' }))
})

test('one person is signed in at a time', () => {
  const { current, ended, begun } = session()
  current.begin(amara)
  current.begin(bilal)
  expect(current.require()).toEqual(bilal)
  expect(ended).toEqual(['Amara'])
  expect(begun).toEqual(['Amara', 'Bilal'])
})

test('a session ends once', () => {
  const { current, ended } = session()
  current.begin(amara)
  current.end()
  current.end()
  expect(ended).toEqual(['Amara'])
  expect(current.person()).toBeUndefined()
})
