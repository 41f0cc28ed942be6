import { z } from 'zod'
import { instantSchema } from '../contracts/instant.ts'
import { findingSchema, line, MAX_FINDINGS } from './finding.ts'

/** The most a report takes on the line, in bytes. */
export const DOCTOR_REPORT_LIMIT = 192 * 1024

/**
 * `POST /terminal/v1/doctor`: what a terminal's doctor found. The server keeps the latest. Sent when the kiosk starts, once an
 * hour, and when something changed.
 */
export const doctorReportSchema = z.strictObject({
  version: z.literal(1),
  /** By the terminal's own clock. */
  at: instantSchema,
  program: z.strictObject({
    version: line(60).min(1),
    electron: line(40).min(1),
    isPackaged: z.boolean(),
  }),
  /** How many checks there were. */
  checked: z.int().min(0).max(MAX_FINDINGS),
  /** Those that are not `ok`. */
  findings: z.array(findingSchema).max(MAX_FINDINGS),
})
export type DoctorReport = z.output<typeof doctorReportSchema>
