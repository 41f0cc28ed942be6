import { doctorReportSchema, type DoctorReport } from '#shared/doctor/doctor-report.ts'
import type { Finding } from '#shared/doctor/finding.ts'
import { expect, test } from 'vitest'
import type { LineAnswer } from '../line/terminal-line.ts'
import { startDoctorReport } from './doctor-report.ts'

const MINUTE_MS = 60_000
const finding = (check: string, state: Finding['state'], got = 'found'): Finding => {
  const words = state === 'ok' ? '' : 'Words.'
  return { check, state, about: 'it', got, want: 'wanted', means: words, remedy: words }
}

function start() {
  const state = {
    findings: [finding('disk.room', 'ok')],
    answer: { status: 'answered', httpStatus: 204, body: null } as LineAnswer,
    nowMs: 0,
    isBroken: false,
  }
  const sent: DoctorReport[] = []
  const faults: unknown[] = []
  let next: { run: () => void; delayMs: number } | undefined
  const { stop } = startDoctorReport({
    ask: ({ path, body = '' }) => {
      expect(path).toBe('/terminal/v1/doctor')
      sent.push(doctorReportSchema.parse(JSON.parse(body)))
      return Promise.resolve(state.answer)
    },
    examine: () => {
      if (state.isBroken) return Promise.reject(new Error('broken'))
      return Promise.resolve({
        program: { version: '0.2.0', electron: '45.4.1', isPackaged: true },
        findings: state.findings,
      })
    },
    now: () => new Date(state.nowMs),
    monotonicMs: () => state.nowMs,
    later: (run, delayMs) => {
      const mine = { run, delayMs }
      next = mine
      return () => {
        if (next === mine) next = undefined
      }
    },
    random: () => 0.5,
    onFault: error => faults.push(error),
  })
  const pass = async () => {
    const { run, delayMs } = next ?? { run: () => undefined, delayMs: 0 }
    next = undefined
    state.nowMs += delayMs
    run()
    await new Promise(resolve => {
      setImmediate(resolve)
    })
    return delayMs
  }
  return { state, sent, faults, pass, stop, isPlanned: () => next !== undefined }
}

test('reports soon after the start what is not well, and how many were looked at', async () => {
  const { state, sent, pass } = start()
  state.findings = [finding('disk.room', 'ok'), finding('network.rules', 'fail')]
  expect(await pass()).toBe(MINUTE_MS)
  expect(sent).toEqual([expect.objectContaining({ checked: 2, findings: [finding('network.rules', 'fail')] })])
})

test('then once an hour, while all stays as it is', async () => {
  const { sent, pass } = start()
  for (let look = 0; look < 13; look += 1) await pass()
  expect(sent.map(({ at }) => Date.parse(at) / MINUTE_MS)).toEqual([1, 61, 121])
})

test('at the next look where something is other than it was, but not for another figure', async () => {
  const { state, sent, pass } = start()
  await pass()
  state.findings = [finding('disk.room', 'warn', '190 MiB free')]
  await pass()
  state.findings = [finding('disk.room', 'warn', '189 MiB free')]
  await pass()
  state.findings = [finding('disk.room', 'fail', '10 MiB free')]
  await pass()
  expect(sent.map(({ findings }) => findings.map(one => one.state))).toEqual([[], ['warn'], ['fail']])
})

test('what did not arrive is told the next time', async () => {
  const { state, sent, pass } = start()
  state.answer = { status: 'unreachable', mayHaveArrived: false }
  await pass()
  state.answer = { status: 'answered', httpStatus: 204, body: null }
  await pass()
  await pass()
  expect(sent).toHaveLength(2)
})

test('a look that fails is told to the log, and tried again', async () => {
  const { state, sent, faults, pass } = start()
  state.isBroken = true
  await pass()
  expect(faults).toHaveLength(1)
  state.isBroken = false
  await pass()
  expect(sent).toHaveLength(1)
})

test('stopped, it looks no more', async () => {
  const { stop, isPlanned, pass } = start()
  await pass()
  stop()
  expect(isPlanned()).toBe(false)
})
