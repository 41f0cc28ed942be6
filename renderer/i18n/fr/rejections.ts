import type { rejections as english } from '../en/rejections.ts'
import type { Texts } from '../texts.ts'

export const rejections: Texts<typeof english> = {
  OPERATION_INVALID: 'Le serveur de la prison n’a pas pu lire ceci : ce n’est pas accepté.',
  OPERATION_ID_REUSED: 'Le serveur de la prison a déjà autre chose sous ce numéro : ceci n’est pas accepté.',
  OPERATION_NOT_YOURS: 'Ceci appartient à une autre personne et n’a donc pas été accepté.',
  ORDER_WINDOW_UNKNOWN: 'La prison ne connaît pas cette période de commande. Rien n’a été débité.',
  ORDER_WINDOW_CLOSED: 'La commande est arrivée après la fin de la période de commande. Rien n’a été débité.',
  ORDER_PRODUCT_UNKNOWN: 'Cet article n’est plus en vente : {{product}}. Rien n’a été débité.',
  ORDER_STOCK_SHORT_zero: 'Cet article est épuisé : {{product}}. Rien n’a été débité.',
  ORDER_STOCK_SHORT_one: 'Il n’y en a pas assez : {{product}}. Il en reste {{count}}. Rien n’a été débité.',
  ORDER_STOCK_SHORT_other: 'Il n’y en a pas assez : {{product}}. Il en reste {{count}}. Rien n’a été débité.',
  ORDER_LIMIT_REACHED_zero:
    'Vous avez déjà le maximum pour cette période de commande : {{product}}. Rien n’a été débité.',
  ORDER_LIMIT_REACHED_one:
    'Vous pouvez encore en commander {{count}} pendant cette période : {{product}}. Rien n’a été débité.',
  ORDER_LIMIT_REACHED_other:
    'Vous pouvez encore en commander {{count}} pendant cette période : {{product}}. Rien n’a été débité.',
  ORDER_TOTAL_LIMIT_REACHED:
    'La commande coûte {{total}}. Pendant cette période, vous pouvez encore dépenser {{left}}. Rien n’a été débité.',
  ORDER_BALANCE_SHORT: 'La commande coûte {{total}}. Sur votre compte, il y a {{available}}. Rien n’a été débité.',
  ORDER_PRICE_ROSE_one:
    'Un prix a augmenté depuis votre commande. Elle coûte maintenant {{total}}. Rien n’a encore été débité.',
  ORDER_PRICE_ROSE_other:
    '{{count}} prix ont augmenté depuis votre commande. Elle coûte maintenant {{total}}. Rien n’a encore été débité.',
  MEDICAL_KEY_UNKNOWN: 'Le service médical n’a pas pu ouvrir ceci : personne ne l’a lu.',
  REQUEST_UNKNOWN: 'La prison ne connaît plus cette demande.',
  REQUEST_TOO_LATE: 'Il était trop tard pour retirer la demande : elle est déjà traitée.',
  REQUEST_REMINDED_ALREADY: 'Un rappel a déjà été envoyé. La demande n’est pas oubliée.',
  advice: {
    OPERATION_INVALID: 'Veuillez l’enregistrer à nouveau. Si cela se répète, dites-le au personnel.',
    OPERATION_ID_REUSED: 'Veuillez l’enregistrer à nouveau.',
    OPERATION_NOT_YOURS: 'Veuillez vous connecter avec votre numéro et l’enregistrer à nouveau.',
    ORDER_WINDOW_UNKNOWN: 'Veuillez commander à nouveau.',
    ORDER_WINDOW_CLOSED: 'Vous pourrez commander à nouveau pendant la prochaine période.',
    ORDER_PRODUCT_UNKNOWN: 'Veuillez commander à nouveau sans cet article.',
    ORDER_STOCK_SHORT: 'Veuillez commander à nouveau en plus petite quantité, ou sans cet article.',
    ORDER_LIMIT_REACHED: 'Veuillez commander à nouveau en plus petite quantité, ou sans cet article.',
    ORDER_TOTAL_LIMIT_REACHED: 'Veuillez commander à nouveau pour un total plus petit.',
    ORDER_BALANCE_SHORT: 'Veuillez commander à nouveau pour un total plus petit, ou quand il y aura plus d’argent.',
    ORDER_PRICE_ROSE: 'C’est vous qui décidez : commander au nouveau prix, ou y renoncer.',
    MEDICAL_KEY_UNKNOWN: 'Veuillez refaire la demande. Si vous avez besoin de soins maintenant, dites-le au personnel.',
    REQUEST_UNKNOWN: 'Si vous en avez encore besoin, veuillez refaire la demande.',
    REQUEST_TOO_LATE: 'Elle continue comme avant.',
    REQUEST_REMINDED_ALREADY: 'Vous trouverez la réponse sous Mes demandes.',
  },
  someProduct: 'un article',
  priceRise: {
    caption: 'Prix qui ont augmenté',
    product: 'Article',
    seen: 'Avant',
    now: 'Maintenant',
    total: 'Toute la commande maintenant',
    accept: 'Commander au nouveau prix',
    letGo: 'Y renoncer',
  },
  orderAgain: 'Commander à nouveau',
  putAway: 'Ranger',
  notRecorded: 'Ceci n’a pas pu être gardé sur ce terminal. Rien n’a changé. Veuillez réessayer.',
}
