import type { LocalText } from '#shared/contracts/language.ts'

/** An invented job in an invented region. */
export interface Job {
  readonly id: string
  readonly title: LocalText
  readonly place: string
  readonly hours: LocalText
  readonly text: LocalText
}

const fullTime = { fr: 'Temps plein', nl: 'Voltijds', de: 'Vollzeit', en: 'Full time' }
const earlyShift = { fr: 'Tôt le matin', nl: 'Vroege dienst', de: 'Frühschicht', en: 'Early shift' }
const halfTime = { fr: 'Mi-temps', nl: 'Halftijds', de: 'Halbtags', en: 'Part time' }

export const jobs: readonly Job[] = [
  {
    id: 'baker',
    title: { fr: 'Aide-boulanger', nl: 'Hulpbakker', de: 'Bäckereihilfe', en: 'Baker’s assistant' },
    place: 'Valmont',
    hours: earlyShift,
    text: {
      fr: 'Vous préparez les pâtes et tenez le four. Nous vous apprenons le métier.',
      nl: 'U maakt het deeg en bedient de oven. Wij leren u het vak.',
      de: 'Sie bereiten die Teige vor und betreuen den Ofen. Wir bringen Ihnen das Handwerk bei.',
      en: 'You prepare the dough and mind the oven. We teach you the trade.',
    },
  },
  {
    id: 'gardener',
    title: { fr: 'Jardinier', nl: 'Tuinier', de: 'Gärtner', en: 'Gardener' },
    place: 'Sart-le-Pont',
    hours: fullTime,
    text: {
      fr: 'Vous entretenez les parcs de trois communes, en équipe.',
      nl: 'U onderhoudt in ploeg de parken van drie gemeenten.',
      de: 'Sie pflegen im Team die Parks von drei Gemeinden.',
      en: 'You look after the parks of three towns, in a team.',
    },
  },
  {
    id: 'welder',
    title: { fr: 'Soudeur débutant', nl: 'Beginnend lasser', de: 'Schweißer (Einsteiger)', en: 'Trainee welder' },
    place: 'Haute-Rive',
    hours: fullTime,
    text: {
      fr: 'Un atelier de douze personnes cherche quelqu’un de soigneux. Certificat payé.',
      nl: 'Een atelier van twaalf mensen zoekt iemand die zorgvuldig werkt. Attest betaald.',
      de: 'Eine Werkstatt mit zwölf Leuten sucht jemanden, der sorgfältig arbeitet. Schein wird bezahlt.',
      en: 'A workshop of twelve looks for someone careful. The certificate is paid for.',
    },
  },
  {
    id: 'kitchen',
    title: { fr: 'Commis de cuisine', nl: 'Keukenhulp', de: 'Küchenhilfe', en: 'Kitchen hand' },
    place: 'Valmont',
    hours: halfTime,
    text: {
      fr: 'Le midi, dans la cuisine d’une école. Pas d’expérience demandée.',
      nl: 'Over de middag, in de keuken van een school. Geen ervaring nodig.',
      de: 'Mittags in der Küche einer Schule. Keine Erfahrung nötig.',
      en: 'Around noon, in a school kitchen. No experience needed.',
    },
  },
]

/** An invented book. */
export interface Book {
  readonly title: string
  readonly author: string
  readonly isAvailable: boolean
}

export const books: readonly Book[] = [
  { title: 'La rivière en hiver', author: 'Odile Marchant', isAvailable: true },
  { title: 'De laatste molen', author: 'Jef Vandersteen', isAvailable: true },
  { title: 'Brot und Wind', author: 'Karla Ehrenfels', isAvailable: false },
  { title: 'A Year of Bread', author: 'Tom Ashdown', isAvailable: true },
  { title: 'Apprendre à souder', author: 'Nadia Ferrant', isAvailable: true },
  { title: 'Tuinieren per maand', author: 'Lien De Backer', isAvailable: false },
  { title: 'Kochen für viele', author: 'Ulrich Tannhof', isAvailable: true },
  { title: 'Letters I Kept', author: 'Mary Oduya', isAvailable: true },
]

/** Books whose title or author holds every word asked for, whatever its case. */
export function findBooks(query: string): readonly Book[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return books.filter(({ title, author }) => words.every(word => `${title} ${author}`.toLowerCase().includes(word)))
}
