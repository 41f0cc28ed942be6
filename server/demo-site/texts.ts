import type { Language } from '#shared/contracts/language.ts'

/** What the stand-in pages say around their jobs and books. */
export interface PageTexts {
  readonly jobs: string
  readonly jobsLead: string
  readonly library: string
  readonly libraryLead: string
  readonly contact: string
  readonly contactLead: string
  readonly place: string
  readonly hours: string
  readonly ask: string
  readonly name: string
  readonly message: string
  readonly send: string
  readonly sent: string
  readonly search: string
  readonly results: (count: number) => string
  readonly available: string
  readonly lent: string
  readonly outside: string
  readonly notFound: string
  readonly back: string
}

export const pageTexts: Readonly<Record<Language, PageTexts>> = {
  fr: {
    jobs: 'Emplois de la région de Valmont',
    jobsLead: 'Les offres de la semaine, toutes avec une formation sur place.',
    library: 'Bibliothèque de Valmont',
    libraryLead: 'Cherchez un livre ; demandez-le ensuite au bibliothécaire.',
    contact: 'Contact',
    contactLead: 'Écrivez-nous, nous répondons par e-mail.',
    place: 'Lieu',
    hours: 'Horaire',
    ask: 'Une question sur cette offre ?',
    name: 'Nom',
    message: 'Message',
    send: 'Envoyer',
    sent: 'Merci. Votre message est arrivé.',
    search: 'Chercher',
    results: count => (count === 1 ? '1 livre trouvé' : `${count} livres trouvés`),
    available: 'Disponible',
    lent: 'En prêt',
    outside: 'Plus d’offres chez nos partenaires',
    notFound: 'Cette page n’existe pas.',
    back: 'Retour à la liste',
  },
  nl: {
    jobs: 'Jobs in de regio Valmont',
    jobsLead: 'De vacatures van deze week, telkens met opleiding ter plaatse.',
    library: 'Bibliotheek van Valmont',
    libraryLead: 'Zoek een boek; vraag het daarna aan de bibliothecaris.',
    contact: 'Contact',
    contactLead: 'Schrijf ons, we antwoorden per e-mail.',
    place: 'Plaats',
    hours: 'Werkuren',
    ask: 'Een vraag over deze vacature?',
    name: 'Naam',
    message: 'Bericht',
    send: 'Versturen',
    sent: 'Bedankt. Uw bericht is aangekomen.',
    search: 'Zoeken',
    results: count => (count === 1 ? '1 boek gevonden' : `${count} boeken gevonden`),
    available: 'Beschikbaar',
    lent: 'Uitgeleend',
    outside: 'Meer vacatures bij onze partners',
    notFound: 'Deze pagina bestaat niet.',
    back: 'Terug naar de lijst',
  },
  de: {
    jobs: 'Stellen in der Region Valmont',
    jobsLead: 'Die Angebote dieser Woche, alle mit Einarbeitung vor Ort.',
    library: 'Bibliothek von Valmont',
    libraryLead: 'Suchen Sie ein Buch und fragen Sie dann in der Bibliothek danach.',
    contact: 'Kontakt',
    contactLead: 'Schreiben Sie uns, wir antworten per E-Mail.',
    place: 'Ort',
    hours: 'Arbeitszeit',
    ask: 'Eine Frage zu dieser Stelle?',
    name: 'Name',
    message: 'Nachricht',
    send: 'Senden',
    sent: 'Danke. Ihre Nachricht ist angekommen.',
    search: 'Suchen',
    results: count => (count === 1 ? '1 Buch gefunden' : `${count} Bücher gefunden`),
    available: 'Verfügbar',
    lent: 'Ausgeliehen',
    outside: 'Weitere Stellen bei unseren Partnern',
    notFound: 'Diese Seite gibt es nicht.',
    back: 'Zurück zur Liste',
  },
  en: {
    jobs: 'Job board of the region of Valmont',
    jobsLead: 'This week’s offers, all with training on the job.',
    library: 'Valmont library',
    libraryLead: 'Look for a book, then ask the librarian for it.',
    contact: 'Contact',
    contactLead: 'Write to us, we answer by e-mail.',
    place: 'Place',
    hours: 'Hours',
    ask: 'A question about this job?',
    name: 'Name',
    message: 'Message',
    send: 'Send',
    sent: 'Thank you. Your message has arrived.',
    search: 'Search',
    results: count => (count === 1 ? '1 book found' : `${count} books found`),
    available: 'Available',
    lent: 'On loan',
    outside: 'More offers at our partners',
    notFound: 'There is no such page.',
    back: 'Back to the list',
  },
}
