import type { rejections as english } from '../en/rejections.ts'
import type { Texts } from '../texts.ts'

export const rejections: Texts<typeof english> = {
  OPERATION_INVALID: 'De server van de gevangenis kon dit niet lezen. Het is niet aanvaard.',
  OPERATION_ID_REUSED: 'De server van de gevangenis heeft al iets anders onder dit nummer. Dit is niet aanvaard.',
  OPERATION_NOT_YOURS: 'Dit hoort bij iemand anders en is daarom niet aanvaard.',
  ORDER_WINDOW_UNKNOWN: 'De gevangenis kent deze bestelperiode niet. Er is niets aangerekend.',
  ORDER_WINDOW_CLOSED: 'De bestelling kwam aan na het einde van de bestelperiode. Er is niets aangerekend.',
  ORDER_PRODUCT_UNKNOWN: 'Dit wordt niet meer verkocht: {{product}}. Er is niets aangerekend.',
  ORDER_STOCK_SHORT_zero: 'Dit is uitverkocht: {{product}}. Er is niets aangerekend.',
  ORDER_STOCK_SHORT_one: 'Er is niet genoeg: {{product}}. Er is er nog {{count}}. Er is niets aangerekend.',
  ORDER_STOCK_SHORT_other: 'Er is niet genoeg: {{product}}. Er zijn er nog {{count}}. Er is niets aangerekend.',
  ORDER_LIMIT_REACHED_zero:
    'U hebt hiervan al het maximum in deze bestelperiode: {{product}}. Er is niets aangerekend.',
  ORDER_LIMIT_REACHED_one:
    'U kunt hiervan in deze bestelperiode nog {{count}} bestellen: {{product}}. Er is niets aangerekend.',
  ORDER_LIMIT_REACHED_other:
    'U kunt hiervan in deze bestelperiode nog {{count}} bestellen: {{product}}. Er is niets aangerekend.',
  ORDER_TOTAL_LIMIT_REACHED:
    'De bestelling kost {{total}}. In deze bestelperiode kunt u nog {{left}} uitgeven. Er is niets aangerekend.',
  ORDER_BALANCE_SHORT: 'De bestelling kost {{total}}. Op uw rekening staat {{available}}. Er is niets aangerekend.',
  ORDER_PRICE_ROSE_one:
    'Een prijs is gestegen sinds u bestelde. De bestelling kost nu {{total}}. Er is nog niets aangerekend.',
  ORDER_PRICE_ROSE_other:
    '{{count}} prijzen zijn gestegen sinds u bestelde. De bestelling kost nu {{total}}. Er is nog niets aangerekend.',
  MEDICAL_KEY_UNKNOWN: 'De medische dienst kon dit niet openen. Niemand heeft het gelezen.',
  REQUEST_UNKNOWN: 'De gevangenis kent deze aanvraag niet meer.',
  REQUEST_TOO_LATE: 'Intrekken was te laat: de aanvraag wordt al behandeld.',
  REQUEST_REMINDED_ALREADY: 'Er is al een herinnering gestuurd. De aanvraag is niet vergeten.',
  advice: {
    OPERATION_INVALID: 'Leg het opnieuw vast. Gebeurt het nog eens, zeg het dan aan een personeelslid.',
    OPERATION_ID_REUSED: 'Leg het opnieuw vast.',
    OPERATION_NOT_YOURS: 'Meld u aan met uw eigen nummer en leg het opnieuw vast.',
    ORDER_WINDOW_UNKNOWN: 'Bestel opnieuw.',
    ORDER_WINDOW_CLOSED: 'U kunt opnieuw bestellen in de volgende bestelperiode.',
    ORDER_PRODUCT_UNKNOWN: 'Bestel opnieuw zonder dit artikel.',
    ORDER_STOCK_SHORT: 'Bestel er minder van, of bestel zonder dit artikel.',
    ORDER_LIMIT_REACHED: 'Bestel er minder van, of bestel zonder dit artikel.',
    ORDER_TOTAL_LIMIT_REACHED: 'Bestel opnieuw voor een kleiner totaal.',
    ORDER_BALANCE_SHORT: 'Bestel opnieuw voor een kleiner totaal, of wanneer er meer geld is.',
    ORDER_PRICE_ROSE: 'U beslist: bestellen aan de nieuwe prijs, of ervan afzien.',
    MEDICAL_KEY_UNKNOWN: 'Vraag het opnieuw. Hebt u nu zorg nodig, zeg het dan aan een personeelslid.',
    REQUEST_UNKNOWN: 'Hebt u het nog nodig, vraag het dan opnieuw.',
    REQUEST_TOO_LATE: 'Ze gaat verder zoals voorheen.',
    REQUEST_REMINDED_ALREADY: 'U vindt het antwoord bij Mijn aanvragen.',
  },
  someProduct: 'een artikel',
  priceRise: {
    caption: 'Prijzen die gestegen zijn',
    product: 'Artikel',
    seen: 'Vroeger',
    now: 'Nu',
    total: 'De hele bestelling nu',
    accept: 'Bestellen aan de nieuwe prijs',
    letGo: 'Ervan afzien',
  },
  orderAgain: 'Opnieuw bestellen',
  putAway: 'Wegleggen',
  notRecorded: 'Dat kon nu niet op deze terminal bewaard worden. Er is niets veranderd. Probeer het opnieuw.',
}
