import type { Kiosk } from '../../fixtures/kiosk.ts'
import { dayInWords } from '../../fixtures/day-in-words.ts'
import { jeanBosco } from '../../fixtures/people.ts'
import type { PrisonServer } from '../../fixtures/prison-server.ts'
import { readOperations } from '../../fixtures/records.ts'
import { expect, test } from '../../fixtures/test.ts'

const texts = {
  Français: {
    recorded: 'Enregistrée ici',
    received: 'Reçue par la prison',
    inHand: 'En traitement',
    answered: 'Réponse donnée',
    due: 'Réponse au plus tard',
    reference: 'Numéro',
  },
  Nederlands: {
    recorded: 'Hier bewaard',
    received: 'Ontvangen door de gevangenis',
    inHand: 'In behandeling',
    answered: 'Beantwoord',
    due: 'Antwoord uiterlijk',
    reference: 'Nummer',
  },
  Deutsch: {
    recorded: 'Hier gespeichert',
    received: 'Von der Anstalt erhalten',
    inHand: 'In Bearbeitung',
    answered: 'Beantwortet',
    due: 'Antwort bis spätestens',
    reference: 'Nummer',
  },
  English: {
    recorded: 'Recorded here',
    received: 'Received by the prison',
    inHand: 'In hand',
    answered: 'Answered',
    due: 'Answer by',
    reference: 'Number',
  },
} as const
const languages = ['Français', 'Nederlands', 'Deutsch', 'English'] as const

async function expectState(kiosk: Kiosk, state: 'recorded' | 'received' | 'inHand' | 'answered'): Promise<void> {
  for (const language of languages) {
    await kiosk.speak(language)
    await expect(firstRequest(kiosk)).toContainText(texts[language][state])
  }
}

function firstRequest(kiosk: Kiosk) {
  return kiosk.page.getByRole('main').getByRole('listitem').first()
}

async function readMedicalRequest(prison: PrisonServer): Promise<{ id: string; due: Date }> {
  const [operation] = await readOperations(prison)
  const [request] = await prison.query<{ id: string; due: Date }>(
    'select id::text, due_at as due from requests where id = $1',
    [operation?.id],
  )
  if (request === undefined) throw new Error('the server has no such request')
  return request
}

test('a request shows where it stands in four languages, and every step of staff by itself', async ({
  prison,
  line,
  launch,
}) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await expect(kiosk.line).toHaveText('Connected')
  line.cut()
  await kiosk.askForDentist('My tooth hurts.')
  await kiosk.requests()
  await expectState(kiosk, 'recorded')

  line.restore()
  await expectState(kiosk, 'received')
  const { id, due } = await readMedicalRequest(prison)
  const digits = id.replaceAll('-', '').slice(-8).toUpperCase()
  for (const language of languages) {
    await kiosk.speak(language)
    await expect(firstRequest(kiosk)).toContainText(`${texts[language].due} `)
    await expect(firstRequest(kiosk)).toContainText(dayInWords(language, due))
    await firstRequest(kiosk).getByRole('button').click()
    const reference = `${texts[language].reference} ${digits.slice(0, 4)}-${digits.slice(4)}`
    await expect(kiosk.page.getByText(reference)).toBeVisible()
    await kiosk.page.getByRole('main').getByRole('button').first().click()
  }

  await prison.run('requests', 'advance', id, 'in-hand')
  await expectState(kiosk, 'inHand')
  await prison.run('requests', 'advance', id, 'answered')
  await expectState(kiosk, 'answered')
})

test('an order is followed from the canteen’s hands to the cell, and paid there', async ({ prison, launch }) => {
  const kiosk = await launch()
  await kiosk.signIn(jeanBosco)
  await kiosk.order()
  const state = kiosk.page.getByRole('main').getByRole('status')
  await expect(state).toContainText('Received by the prison')
  const [operation] = await readOperations(prison)
  const id = operation?.id ?? ''
  for (const [step, words] of [
    ['in-hand', 'The canteen is working on it'],
    ['prepared', 'Your order is packed'],
    ['delivered', 'Delivered'],
  ] as const) {
    await prison.run('requests', 'advance', id, step)
    await expect(state).toContainText(words)
  }
  expect(await prison.run('reconcile')).toContain('agree')
})
