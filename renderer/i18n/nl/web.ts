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
    site: 'U bent op {{site}}',
    opening: '{{site}} wordt geopend',
  },
  refused: {
    title: 'Deze pagina is hier niet open',
    text: 'De gevangenis heeft ze niet goedgekeurd. De rest van de site werkt.',
    code: 'Code {{code}}',
  },
  failed: {
    title: 'De site antwoordt niet',
    text: 'Probeer later opnieuw.',
    again: 'Opnieuw proberen',
  },
}
