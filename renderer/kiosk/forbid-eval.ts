import { config } from 'zod'

/*
 * The page's policy refuses evaluated code. zod would try once whether it may, be refused, and leave a violation in the log
 * each time the page opens. `load-inside.ts` loads this before every other file that makes schemas: they decide when they
 * are made.
 */
config({ jitless: true })
