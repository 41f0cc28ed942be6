import { z } from 'zod'
import { approveJobs, visitJobs } from '../../fixtures/approved-site.ts'
import { OutsideSite } from '../../fixtures/outside-site.ts'
import { runInPage } from '../../fixtures/run-in-page.ts'
import { expect, test } from '../../fixtures/test.ts'

const listed = z.array(
  z.looseObject({
    gate: z.string(),
    reason: z.string(),
    host: z.string(),
    path: z.string(),
    method: z.string(),
    type: z.string(),
    count: z.number(),
  }),
)

test('what the terminal’s own gate refuses is listed for the technician, without its query', async ({
  prison,
  launch,
}) => {
  const jobs = await OutsideSite.open()
  await approveJobs(prison, jobs)
  const kiosk = await launch()
  await visitJobs(kiosk)
  const tryTwice = `Promise.allSettled([1, 2].map(() => fetch('/rules/visits?words=a-message'))).then(() => 'tried')`
  expect(await runInPage(kiosk.app, `${jobs.url}/jobs/`, tryTwice)).toBe('tried')
  await kiosk.page.getByRole('main').getByRole('button', { name: 'Close' }).click()

  const refusals = async () => {
    const text = await prison.run('web', 'refusals', '--json')
    expect(text).not.toContain('a-message')
    return listed.parse(JSON.parse(text)).filter(({ gate }) => gate === 'kiosk')
  }
  await expect.poll(refusals).toEqual([
    expect.objectContaining({
      reason: 'path-not-listed',
      host: `127.0.0.1:${jobs.port}`,
      path: '/rules/visits',
      method: 'GET',
      type: 'xhr',
      count: 2,
    }),
  ])
  expect(jobs.arrived).toEqual(['GET /jobs/'])
  jobs.close()
})
