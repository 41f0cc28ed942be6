import { defaultBudgetLimits } from '#shared/policy/budget.ts'
import { expect, test } from 'vitest'
import { amara, bilal } from '../testing/sample-operations.ts'
import { type BudgetFile, budgetFileSchema } from './budget-file.ts'
import { createDayBudgets } from './day-budgets.ts'

const typed = (query: number) => ({ query, path: 0 })

function terminal(kept?: BudgetFile) {
  const disk: BudgetFile[] = []
  const planned: { run: () => void; delayMs: number }[] = []
  const failures: unknown[] = []
  const held: { day: string | undefined; failure?: Error } = { day: '2026-11-22' }
  const budgets = createDayBudgets({
    kept,
    write: async file => {
      if (held.failure !== undefined) throw held.failure
      disk.push(budgetFileSchema.parse(JSON.parse(JSON.stringify(file))))
    },
    today: () => held.day,
    later: (run, delayMs) => planned.push({ run, delayMs }),
    onNotWritten: error => failures.push(error),
  })
  const settle = () =>
    new Promise<void>(resolve => {
      setImmediate(resolve)
    })
  const pass = async () => {
    planned.shift()?.run()
    await settle()
  }
  return { budgets, disk, planned, failures, held, settle, pass }
}

test('counts each person and each site by themselves', () => {
  const { budgets } = terminal()
  const one = budgets.open(amara.inmateId, 'jobs')
  expect(one.spend('jobs', typed(4000))).toBe(true)
  expect(one.usedPercent('jobs')).toBe(50)
  expect(one.usedPercent('library')).toBe(0)
  expect(budgets.open(bilal.inmateId, 'jobs').usedPercent('jobs')).toBe(0)
})

test('refuses what does not fit, and lets through what carries nothing', () => {
  const visit = terminal().budgets.open(amara.inmateId, 'jobs')
  expect(visit.spend('jobs', typed(defaultBudgetLimits.query))).toBe(true)
  expect(visit.spend('jobs', typed(1))).toBe(false)
  expect(visit.spend('jobs', typed(0))).toBe(true)
  expect(visit.spend('jobs', typed(Infinity))).toBe(false)
})

test('writes a burst of requests once, within a second', async () => {
  const { budgets, disk, planned, settle, pass } = terminal()
  const visit = budgets.open(amara.inmateId, 'jobs')
  await settle()
  for (let request = 0; request < 100; request += 1) visit.spend('jobs', typed(1), `https://jobs.example/${request}`)
  expect([disk.length, planned.map(({ delayMs }) => delayMs)]).toEqual([1, [1000]])
  await pass()
  expect(disk).toHaveLength(2)
  expect(disk.at(-1)?.accounts[0]?.addresses).toHaveLength(100)
  await pass()
  expect([disk.length, planned.length]).toEqual([2, 0])
})

test('a plug that is pulled wins nothing back', async () => {
  const { budgets, disk, settle } = terminal()
  const visit = budgets.open(amara.inmateId, 'jobs')
  await settle()
  visit.spend('jobs', typed(300))
  const again = terminal(disk.at(-1)).budgets.open(amara.inmateId, 'jobs')
  expect(again.usedPercent('jobs')).toBeGreaterThanOrEqual(visit.usedPercent('jobs'))
})

test('after a visit the count on the disk is exact, and goes on after a restart', async () => {
  const { budgets, disk, settle, pass } = terminal()
  const visit = budgets.open(amara.inmateId, 'jobs')
  await settle()
  visit.spend('jobs', typed(800), 'https://jobs.example/a')
  await settle()
  visit.close()
  await pass()
  const again = terminal(disk.at(-1)).budgets.open(amara.inmateId, 'jobs')
  expect(again.usedPercent('jobs')).toBe(10)
  again.spend('jobs', typed(800), 'https://jobs.example/a')
  expect(again.usedPercent('jobs')).toBe(10)
  again.spend('jobs', typed(800), 'https://jobs.example/b')
  expect(again.usedPercent('jobs')).toBe(20)
})

test('another day begins with nothing, and an unknown one is the day before', () => {
  const { budgets, held } = terminal()
  const visit = budgets.open(amara.inmateId, 'jobs')
  visit.spend('jobs', typed(800))
  held.day = undefined
  expect(visit.usedPercent('jobs')).toBe(10)
  held.day = '2026-11-23'
  expect(visit.usedPercent('jobs')).toBe(0)
})

test('what could not be written is told, still counts and is written with the next', async () => {
  const { budgets, disk, failures, held, pass, settle } = terminal()
  held.failure = new Error('disk full')
  const visit = budgets.open(amara.inmateId, 'jobs')
  await settle()
  expect(failures).toEqual([held.failure])
  visit.spend('jobs', typed(800))
  expect(visit.usedPercent('jobs')).toBe(10)
  await settle()
  delete held.failure
  visit.close()
  await pass()
  expect(disk.at(-1)?.accounts[0]?.spent.query).toBe(800)
})

test('a burst that outgrows what lies on the disk is written at once', async () => {
  const { budgets, disk, settle } = terminal()
  const visit = budgets.open(amara.inmateId, 'jobs')
  visit.spend('jobs', typed(4000))
  visit.spend('jobs', typed(2000))
  await settle()
  expect(disk.at(-1)?.accounts[0]?.spent.query).toBe(6400)
})

test('what is counted while a write is under way is written after it', async () => {
  const { budgets, disk, pass } = terminal()
  const visit = budgets.open(amara.inmateId, 'jobs')
  visit.spend('jobs', typed(1))
  await pass()
  await pass()
  expect(disk.at(-1)?.accounts[0]?.spent.query).toBe(401)
})
