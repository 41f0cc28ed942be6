import type { Language } from '#shared/contracts/language.ts'

/** What a sheet says, but for what is different on each card. */
export interface SheetTexts {
  readonly title: (prison: string) => string
  readonly secret: string
  readonly wing: (name: string) => string
  readonly cell: (cell: string) => string
  readonly server: string
  readonly key: string
  readonly until: (moment: string) => string
  /** Two lines for who stands at the door. */
  readonly instructions: readonly [string, string]
}

export const sheetTexts: Readonly<Record<Language, SheetTexts>> = {
  fr: {
    title: prison => `Mise en service des terminaux, ${prison}`,
    secret: 'Chaque code vaut une fois. Détruisez cette feuille dès que le bloc est fait.',
    wing: name => nameWing('Aile', name),
    cell: cell => `cellule ${cell}`,
    server: 'Serveur',
    key: 'Clé',
    until: moment => `Jusqu’au ${moment}`,
    instructions: [
      'Allumez le terminal, scannez ce carré ou tapez l’adresse et le code.',
      'Comparez la cellule et, si le terminal les montre, les six mots. Puis confirmez.',
    ],
  },
  nl: {
    title: prison => `Terminals in gebruik nemen, ${prison}`,
    secret: 'Elke code werkt één keer. Vernietig dit blad zodra de vleugel klaar is.',
    wing: name => nameWing('Vleugel', name),
    cell: cell => `cel ${cell}`,
    server: 'Server',
    key: 'Sleutel',
    until: moment => `Tot ${moment}`,
    instructions: [
      'Zet de terminal aan, scan dit vierkant of tik het adres en de code in.',
      'Vergelijk de cel en, als de terminal ze toont, de zes woorden. Bevestig dan.',
    ],
  },
  de: {
    title: prison => `Terminals in Betrieb nehmen, ${prison}`,
    secret: 'Jeder Code gilt einmal. Vernichten Sie dieses Blatt, sobald der Trakt fertig ist.',
    wing: name => nameWing('Flügel', name),
    cell: cell => `Zelle ${cell}`,
    server: 'Server',
    key: 'Schlüssel',
    until: moment => `Bis ${moment}`,
    instructions: [
      'Terminal einschalten, dieses Quadrat scannen oder Adresse und Code eintippen.',
      'Zelle vergleichen und, falls das Terminal sie zeigt, die sechs Wörter. Dann bestätigen.',
    ],
  },
  en: {
    title: prison => `Setting up terminals, ${prison}`,
    secret: 'Each code works once. Destroy this sheet as soon as the block is done.',
    wing: name => nameWing('Wing', name),
    cell: cell => `cell ${cell}`,
    server: 'Server',
    key: 'Key',
    until: moment => `Until ${moment}`,
    instructions: [
      'Switch the terminal on, scan this square, or type the address and the code.',
      'Compare the cell and, if the terminal shows them, the six words. Then confirm.',
    ],
  },
}

/** A wing that has no more of a name than `A` is called one. */
function nameWing(word: string, name: string): string {
  return name.includes(' ') ? name : `${word} ${name}`
}
