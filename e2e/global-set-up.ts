import { prepareSeededFolder } from './fixtures/seeded-folder.ts'

/** Playwright takes its set-up from a default export. */
export default prepareSeededFolder
