import { expect, test } from 'vitest'
import { tellBuild } from './tell-build.ts'

const stamp = {
  version: 1,
  release: '0.1.0-dev.20261123062900.gab12cd34',
  isDevelopment: true,
  electron: '33.2.1',
  runtime: 'fallback',
  commit: 'ab12cd34'.repeat(5),
  isChanged: false,
  builtAt: '2026-11-23T06:29:00.000Z',
  releaseKey: '-----BEGIN PUBLIC KEY-----',
} as const

function told(given: Parameters<typeof tellBuild>[1]): string[] {
  const lines: string[] = []
  tellBuild({ write: line => lines.push(line), now: () => new Date('2026-11-23T07:00:00Z') }, given)
  return lines
}

test('says which build runs, without its key', () => {
  const [line = ''] = told(stamp)
  expect(JSON.parse(line)).toMatchObject({ code: 'BUILD', release: stamp.release, runtime: 'fallback' })
  expect(line).not.toContain('KEY')
})

test('says nothing of a program that runs from a checkout', () => {
  expect(told(undefined)).toEqual([])
})
