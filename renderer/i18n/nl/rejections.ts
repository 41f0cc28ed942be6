import type { rejections as english } from '../en/rejections.ts'
import type { Texts } from '../texts.ts'

export const rejections: Texts<typeof english> = {
  OPERATION_INVALID: 'De server van de gevangenis kon dit niet lezen. Leg het opnieuw vast.',
  OPERATION_ID_REUSED: 'De server van de gevangenis heeft al iets anders onder dit nummer. Leg het opnieuw vast.',
  OPERATION_NOT_YOURS: 'Dit hoort bij iemand anders en is daarom niet aanvaard.',
  ORDER_WINDOW_UNKNOWN: 'De gevangenis kent deze bestelperiode niet. Bestel opnieuw.',
  ORDER_WINDOW_CLOSED: 'De bestelling kwam aan na het einde van de bestelperiode. Er is niets aangerekend.',
  ORDER_PRODUCT_UNKNOWN: '{{product}} wordt niet meer verkocht. Er is niets aangerekend.',
  ORDER_STOCK_SHORT: 'Er is niet genoeg {{product}}: nog {{left}} over. Er is niets aangerekend.',
  ORDER_LIMIT_REACHED: '{{product}}: u kunt er in deze periode nog {{left}} bestellen. Er is niets aangerekend.',
  ORDER_TOTAL_LIMIT_REACHED:
    'De bestelling kost {{total}}. In deze periode kunt u nog {{left}} uitgeven. Er is niets aangerekend.',
  ORDER_BALANCE_SHORT:
    'De bestelling kost {{total}}. Op uw rekening is {{available}} beschikbaar. Er is niets aangerekend.',
  ORDER_PRICE_ROSE: 'Een prijs is gestegen. De bestelling kost nu {{total}}. U beslist of ze doorgaat.',
  MEDICAL_KEY_UNKNOWN:
    'De medische dienst kon dit niet openen. Vraag het opnieuw, of zeg aan een personeelslid dat u zorg nodig hebt.',
  REQUEST_UNKNOWN: 'De gevangenis kent deze aanvraag niet meer.',
  REQUEST_TOO_LATE: 'Intrekken was te laat: de aanvraag wordt al behandeld.',
  REQUEST_REMINDED_ALREADY: 'Er is al een herinnering gestuurd. De aanvraag is niet vergeten.',
}
