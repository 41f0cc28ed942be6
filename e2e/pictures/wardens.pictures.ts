import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrisonServer } from '../fixtures/prison-server.ts'
import { expect } from '../fixtures/test.ts'
import { invite, test } from '../fixtures/warden-test.ts'
import type { Warden } from '../fixtures/warden.ts'

const all = join('test-results', 'pictures', 'wardens')
const chosen = join('docs', 'pictures')
const languages = { fr: 'Français', nl: 'Nederlands', de: 'Deutsch' } as const

/** Forty terminals that stand still while they are photographed: most obey, some were just told, four cannot be reached. */
async function standStill(prison: PrisonServer): Promise<void> {
  await prison.query(
    `insert into terminals (id, name, cell_id, enrolled_at)
     select gen_random_uuid(), 'C-' || lpad(n::text, 2, '0'), (select min(id) from cells), now() from generate_series(1, 40) n`,
  )
  await prison.query(
    `insert into terminal_states (terminal_id, connected_at, server_id, heard_at, obeyed_version, obeyed_at, web_lease_until)
     select t.id, case when n <= 36 then now() end, (select min(id::text)::uuid from control_servers), now(),
       case when n <= 27 then 1000 else 0 end, now() - make_interval(secs => n), now() + make_interval(mins => n % 37 * 3)
     from (select id, right(name, 2)::int n from terminals where name like 'C-%') t`,
  )
}

/** The whole page into the matrix, what is seen at first into the documents where it is named for them. */
async function take({ page }: Warden, name: string, inDocuments?: string): Promise<void> {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(all, `${name}.png`), animations: 'disabled', caret: 'hide', fullPage: true })
  if (inDocuments === undefined) return
  await mkdir(chosen, { recursive: true })
  await page.evaluate(() => {
    scrollTo(0, 0)
  })
  await page.screenshot({ path: join(chosen, `${inDocuments}.png`), animations: 'disabled', caret: 'hide' })
}

for (const [desk, size] of [
  ['desk', '1280x800'],
  ['phone', '390x844'],
] as const) {
  test(`the wardens’ page at a ${desk}`, async ({ prison, sitDown }) => {
    const anna = await sitDown(size)
    const { page } = anna
    const forDocuments = (name: string) => (desk === 'desk' ? name : undefined)
    await page.emulateMedia({ colorScheme: 'light' })
    await anna.join(await invite(prison, 'Anna Claes'))
    await standStill(prison)
    await anna.goTo('Close')
    await anna.choose('Canteen', 'One wing', 'Technical', 'For 4 hours')
    await anna.hold('Hold to close', page.getByText('In force.'))
    await anna.goTo('Overview')
    await expect(page.getByText('4 cannot be reached')).toBeVisible()
    await take(anna, `${desk}-overview`, forDocuments('control-overview'))

    await anna.goTo('Close')
    await anna.choose('Web', 'Everyone', 'Incident')
    await expect(page.getByText('Closes at once: Web.')).toBeVisible()
    await take(anna, `${desk}-close`, forDocuments('control-close'))
    await anna.hold('Hold to close', page.getByText('In force.'))
    await expect(anna.heading).toHaveText('2 closings are in force')
    await expect(page.getByText('C-37')).toBeVisible()
    await take(anna, `${desk}-obeying`, forDocuments('control-obeying'))

    await page.getByRole('button', { name: 'Reopen: Web, for everyone' }).click()
    await expect(page.getByText('Opens: Web.')).toBeVisible()
    await take(anna, `${desk}-reopen`)
    await page.keyboard.press('Escape')
    for (const [language, name] of Object.entries(languages)) {
      await page.getByRole('combobox').selectOption({ label: name })
      await take(anna, `${desk}-overview-${language}`)
    }
  })
}
