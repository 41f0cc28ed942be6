import { playwright } from './playwright.mjs'

/** @param {readonly string[]} args */
export async function run(args) {
  return playwright('e2e/pictures/playwright.config.ts', args)
}
