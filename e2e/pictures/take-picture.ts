import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

export const sizes = ['1024x600', '1366x768', '1920x1080'] as const
export type Size = (typeof sizes)[number]

const all = join('test-results', 'pictures')
const chosen = join('docs', 'pictures')

/** What the README and the guides show, at the middle size: the picture's name there, by its name in the matrix. */
const forReadme = {
  'home-light': 'home',
  'canteen-light': 'canteen',
  'medical-how-bad-light': 'medical',
  'receipt-offline': 'receipt-offline',
  'request-order-light': 'request',
  'price-rose': 'price-rose',
  'requests-dark': 'requests-dark',
  'home-offline-fr': 'home-offline-fr',
  'set-up-server-en': 'set-up-server',
  'set-up-words-en': 'set-up-words',
  'set-up-cell-en': 'set-up-cell',
  'set-up-ready-en': 'set-up-ready',
  'service-code-en': 'service-code',
  'service-doctor-en': 'service-open',
  'closed-platform-en': 'platform-closed',
  'closed-home-en': 'home-closed',
} as const

/** Photographs what the page shows now. */
export async function takePicture(page: Page, size: Size, name: string): Promise<void> {
  const path = join(all, size, `${name}.png`)
  // A touch leaves no pointer lying on a tile.
  await page.mouse.move(0, 0)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  if (size !== '1366x768' || !(name in forReadme)) return
  await mkdir(chosen, { recursive: true })
  await copyFile(path, join(chosen, `${forReadme[name as keyof typeof forReadme]}.png`))
}
