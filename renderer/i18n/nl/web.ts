import type { web as english } from '../en/web.ts'
import type { Texts } from '../texts.ts'

export const web: Texts<typeof english> = {
  title: 'Websites',
  empty: {
    title: 'Er is geen site open',
    text: 'De sites die de gevangenis heeft goedgekeurd, verschijnen hier.',
  },
  offline: {
    title: 'Geen verbinding: de websites zijn gesloten',
    text: 'Ze gaan vanzelf weer open als de verbinding terug is. Al het andere werkt.',
  },
  bar: {
    back: 'Terug',
    start: 'Eerste pagina',
    close: 'Sluiten',
    loading: 'De pagina wordt geladen',
  },
  use: {
    label: 'Gebruik van deze site vandaag',
    share: '{{percent}}\u00a0% van vandaag verbruikt',
    little: 'Bijna op',
    spent: 'Op voor vandaag',
  },
  refused: {
    title: 'Deze pagina is hier niet open',
    text: 'De gevangenis heeft ze niet goedgekeurd. De rest van de site is open.',
    code: 'Code {{code}}',
  },
  spent: {
    title: 'Uw gebruik van deze site is op voor vandaag',
    text: 'Ze gaat morgen weer open. Pagina’s die u vandaag al las, openen nog.',
  },
  expired: {
    title: 'Deze site is niet meer open',
    text: 'De goedkeuring van de gevangenis is afgelopen.',
  },
  siteClosed: {
    title: 'De gevangenis heeft deze site gesloten',
    text: 'Ze is voorlopig gesloten. Andere sites zijn open.',
  },
  ruleClosed: {
    title: 'De gevangenis heeft dit deel van de site gesloten',
    text: 'Het is voorlopig gesloten. De rest van de site is open.',
  },
  ask: {
    action: 'Deze pagina vragen',
    who: 'Een technicus leest uw aanvraag en ziet het adres van de pagina. De gevangenis beslist of ze opengaat.',
    asked: 'U hebt deze pagina gevraagd. U vindt ze bij Mijn aanvragen.',
    notRecorded: 'Dit kon niet worden vastgelegd. Probeer het opnieuw of zeg het aan het personeel.',
  },
  closed: {
    title: 'De site werd gesloten',
    text: 'U kunt ze opnieuw openen vanuit de lijst.',
    action: 'Naar de sites',
  },
  unread: {
    title: 'De sites kunnen nu niet getoond worden',
    text: 'Probeer het zo meteen opnieuw.',
  },
  failed: {
    title: 'De site antwoordt niet',
    text: 'Probeer het later opnieuw.',
    again: 'Opnieuw proberen',
  },
}
