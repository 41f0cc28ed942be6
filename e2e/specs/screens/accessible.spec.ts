import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { jeanBosco } from '../../fixtures/people.ts'
import { expect, test } from '../../fixtures/test.ts'
import { tour } from '../../fixtures/tour.ts'

/** What is wrong with the screen, each with where, in one line a failure can show. */
async function violations(page: Page, ...rules: string[]): Promise<string[]> {
  // A kiosk's page opens no second page, which axe would like for its result.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const found = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze()
  if (found.passes.length === 0) return ['nothing was examined']
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test('nothing on any screen keeps out who sees, hears or moves otherwise', async ({ launch }) => {
  const kiosk = await launch('1024x600')
  const wrong: Record<string, string[]> = {}
  await tour(kiosk, jeanBosco, async screen => {
    const { page } = kiosk
    await page.emulateMedia({ colorScheme: 'light' })
    const inLight = await violations(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    const inDark = await violations(page, 'color-contrast')
    if (inLight.length + inDark.length > 0) wrong[screen] = [...inLight, ...inDark.map(line => `dark: ${line}`)]
  })
  expect(wrong).toEqual({})
})
