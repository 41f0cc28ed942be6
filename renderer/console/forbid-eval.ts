import { config } from 'zod'

/*
 * The page's policy refuses evaluated code. zod would try once whether it may, and leave a violation in the log. The page
 * loads this before every file that makes schemas: they decide when they are made.
 */
config({ jitless: true })
