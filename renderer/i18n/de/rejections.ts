import type { rejections as english } from '../en/rejections.ts'
import type { Texts } from '../texts.ts'

export const rejections: Texts<typeof english> = {
  OPERATION_INVALID: 'Der Server der Anstalt konnte dies nicht lesen. Es wurde nicht angenommen.',
  OPERATION_ID_REUSED:
    'Unter dieser Nummer liegt dem Server der Anstalt schon etwas anderes vor. Dies wurde nicht angenommen.',
  OPERATION_NOT_YOURS: 'Dies gehört einer anderen Person und wurde deshalb nicht angenommen.',
  ORDER_WINDOW_UNKNOWN: 'Die Anstalt kennt diesen Bestellzeitraum nicht. Es wurde nichts abgebucht.',
  ORDER_WINDOW_CLOSED: 'Die Bestellung kam nach dem Ende des Bestellzeitraums an. Es wurde nichts abgebucht.',
  ORDER_PRODUCT_UNKNOWN: 'Diese Ware wird nicht mehr verkauft: {{product}}. Es wurde nichts abgebucht.',
  ORDER_STOCK_SHORT_zero: 'Diese Ware ist ausverkauft: {{product}}. Es wurde nichts abgebucht.',
  ORDER_STOCK_SHORT_one: 'Davon ist nicht genug da: {{product}}. Es gibt noch {{count}}. Es wurde nichts abgebucht.',
  ORDER_STOCK_SHORT_other: 'Davon ist nicht genug da: {{product}}. Es gibt noch {{count}}. Es wurde nichts abgebucht.',
  ORDER_LIMIT_REACHED_zero:
    'Davon haben Sie in diesem Bestellzeitraum schon die größte Menge: {{product}}. Es wurde nichts abgebucht.',
  ORDER_LIMIT_REACHED_one:
    'Davon können Sie in diesem Bestellzeitraum noch {{count}} bestellen: {{product}}. Es wurde nichts abgebucht.',
  ORDER_LIMIT_REACHED_other:
    'Davon können Sie in diesem Bestellzeitraum noch {{count}} bestellen: {{product}}. Es wurde nichts abgebucht.',
  ORDER_TOTAL_LIMIT_REACHED:
    'Die Bestellung kostet {{total}}. In diesem Bestellzeitraum können Sie noch {{left}} ausgeben. Es wurde nichts abgebucht.',
  ORDER_BALANCE_SHORT:
    'Die Bestellung kostet {{total}}. Auf Ihrem Konto sind {{available}}. Es wurde nichts abgebucht.',
  ORDER_PRICE_ROSE_one:
    'Ein Preis ist seit Ihrer Bestellung gestiegen. Sie kostet jetzt {{total}}. Es wurde noch nichts abgebucht.',
  ORDER_PRICE_ROSE_other:
    '{{count}} Preise sind seit Ihrer Bestellung gestiegen. Sie kostet jetzt {{total}}. Es wurde noch nichts abgebucht.',
  MEDICAL_KEY_UNKNOWN: 'Der medizinische Dienst konnte dies nicht öffnen. Niemand hat es gelesen.',
  REQUEST_UNKNOWN: 'Die Anstalt kennt diesen Antrag nicht mehr.',
  REQUEST_TOO_LATE: 'Zum Zurückziehen war es zu spät: Der Antrag wird schon bearbeitet.',
  REQUEST_REMINDED_ALREADY: 'Eine Erinnerung wurde schon gesendet. Der Antrag ist nicht vergessen.',
  advice: {
    OPERATION_INVALID:
      'Bitte speichern Sie es noch einmal. Wenn es wieder geschieht, sagen Sie bitte dem Personal Bescheid.',
    OPERATION_ID_REUSED: 'Bitte speichern Sie es noch einmal.',
    OPERATION_NOT_YOURS: 'Bitte melden Sie sich mit Ihrer eigenen Nummer an und speichern Sie es noch einmal.',
    ORDER_WINDOW_UNKNOWN: 'Bitte bestellen Sie noch einmal.',
    ORDER_WINDOW_CLOSED: 'Im nächsten Bestellzeitraum können Sie wieder bestellen.',
    ORDER_PRODUCT_UNKNOWN: 'Bitte bestellen Sie noch einmal ohne diese Ware.',
    ORDER_STOCK_SHORT: 'Bitte bestellen Sie weniger davon, oder ohne diese Ware.',
    ORDER_LIMIT_REACHED: 'Bitte bestellen Sie weniger davon, oder ohne diese Ware.',
    ORDER_TOTAL_LIMIT_REACHED: 'Bitte bestellen Sie noch einmal für einen kleineren Betrag.',
    ORDER_BALANCE_SHORT: 'Bitte bestellen Sie für einen kleineren Betrag, oder wenn mehr Geld da ist.',
    ORDER_PRICE_ROSE: 'Sie entscheiden: zum neuen Preis bestellen oder verzichten.',
    MEDICAL_KEY_UNKNOWN: 'Bitte fragen Sie noch einmal. Wenn Sie jetzt Hilfe brauchen, sagen Sie es dem Personal.',
    REQUEST_UNKNOWN: 'Wenn Sie es noch brauchen, fragen Sie bitte noch einmal.',
    REQUEST_TOO_LATE: 'Er läuft weiter wie bisher.',
    REQUEST_REMINDED_ALREADY: 'Die Antwort finden Sie unter Meine Anträge.',
  },
  someProduct: 'eine Ware',
  priceRise: {
    caption: 'Gestiegene Preise',
    product: 'Ware',
    seen: 'Vorher',
    now: 'Jetzt',
    total: 'Die ganze Bestellung jetzt',
    accept: 'Zum neuen Preis bestellen',
    letGo: 'Verzichten',
  },
  orderAgain: 'Noch einmal bestellen',
  putAway: 'Weglegen',
  notRecorded:
    'Das konnte auf diesem Terminal gerade nicht gespeichert werden. Es hat sich nichts geändert. Bitte versuchen Sie es noch einmal.',
}
