import type { PictureName } from '#shared/canteen/pictures.ts'
import type { MedicalDraft } from '#shared/contracts/bridge.ts'
import type { Language } from '#shared/contracts/language.ts'
import {
  type MedicalContent,
  medicalContentSchema,
  medicalServiceSchema,
  sinceWhenSchema,
} from '#shared/medical/medical-content.ts'

/** The questions, one a screen, in order; after the last comes the review. */
export const questions = ['service', 'since', 'bad', 'words'] as const
export type Question = (typeof questions)[number]
export const REVIEW_STEP = questions.length

export const services = medicalServiceSchema.options
export const sinceWhen = sinceWhenSchema.options
/** From a little to unbearable. */
export const severities = ['1', '2', '3', '4', '5'] as const
export type Severity = (typeof severities)[number]

export const servicePictures = {
  doctor: 'stethoscope',
  nurse: 'health-worker',
  dentist: 'tooth',
  psychologist: 'brain',
  optician: 'glasses',
} as const satisfies Record<(typeof services)[number], PictureName>

export const severityPictures = {
  1: 'slightly-smiling-face',
  2: 'neutral-face',
  3: 'slightly-frowning-face',
  4: 'confounded-face',
  5: 'loudly-crying-face',
} as const satisfies Record<Severity, PictureName>

/** What the terminal keeps of an unfinished form. */
export type Answers = MedicalDraft['content']

/** The severity as the choice of its face, `null` while none is chosen. */
export function severityOf({ howBad }: Answers): Severity | null {
  return severities.find(severity => Number(severity) === howBad) ?? null
}

/** Whether one may go on from a question. Words may be left out. */
export function isAnswered(question: Question, { service, sinceWhen: since, howBad }: Answers): boolean {
  return { service: service !== undefined, since: since !== undefined, bad: howBad !== undefined, words: true }[
    question
  ]
}

/** The step of the first question without an answer, or that of the review. */
export function nextOpenStep(answers: Answers): number {
  const open = questions.findIndex(question => !isAnswered(question, answers))
  return open === -1 ? REVIEW_STEP : open
}

/** The content that is sealed, or `null` while an answer is missing. Words may be left out. */
export function completeContent(answers: Answers, language: Language, now: Date): MedicalContent | null {
  const content = { ...answers, version: 1, text: (answers.text ?? '').trim(), language, writtenAt: now.toISOString() }
  const parsed = medicalContentSchema.safeParse(content)
  return parsed.success ? parsed.data : null
}
