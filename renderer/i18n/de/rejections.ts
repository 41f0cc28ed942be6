import type { rejections as english } from '../en/rejections.ts'
import type { Texts } from '../texts.ts'

export const rejections: Texts<typeof english> = {
  OPERATION_INVALID: 'Der Server der Anstalt konnte dies nicht lesen. Bitte speichern Sie es noch einmal.',
  OPERATION_ID_REUSED:
    'Unter dieser Nummer liegt dem Server der Anstalt schon etwas anderes vor. Bitte speichern Sie es noch einmal.',
  OPERATION_NOT_YOURS: 'Dies gehört einer anderen Person und wurde deshalb nicht angenommen.',
  ORDER_WINDOW_UNKNOWN: 'Die Anstalt kennt diesen Bestellzeitraum nicht. Bitte bestellen Sie erneut.',
  ORDER_WINDOW_CLOSED: 'Die Bestellung kam nach dem Ende des Bestellzeitraums an. Es wurde nichts abgebucht.',
  ORDER_PRODUCT_UNKNOWN: '{{product}} wird nicht mehr verkauft. Es wurde nichts abgebucht.',
  ORDER_STOCK_SHORT: 'Es gibt nicht genug {{product}}: noch {{left}} da. Es wurde nichts abgebucht.',
  ORDER_LIMIT_REACHED: '{{product}}: Sie können in diesem Zeitraum noch {{left}} bestellen. Es wurde nichts abgebucht.',
  ORDER_TOTAL_LIMIT_REACHED:
    'Die Bestellung kostet {{total}}. In diesem Zeitraum können Sie noch {{left}} ausgeben. Es wurde nichts abgebucht.',
  ORDER_BALANCE_SHORT:
    'Die Bestellung kostet {{total}}. Auf Ihrem Konto sind {{available}} verfügbar. Es wurde nichts abgebucht.',
  ORDER_PRICE_ROSE: 'Ein Preis ist gestiegen. Die Bestellung kostet jetzt {{total}}. Sie entscheiden, ob sie gilt.',
  MEDICAL_KEY_UNKNOWN:
    'Der medizinische Dienst konnte dies nicht öffnen. Bitte fragen Sie erneut, oder sagen Sie dem Personal, dass Sie Hilfe brauchen.',
  REQUEST_UNKNOWN: 'Die Anstalt kennt diesen Antrag nicht mehr.',
  REQUEST_TOO_LATE: 'Zum Zurückziehen war es zu spät: Der Antrag wird schon bearbeitet.',
  REQUEST_REMINDED_ALREADY: 'Eine Erinnerung wurde schon gesendet. Der Antrag ist nicht vergessen.',
}
