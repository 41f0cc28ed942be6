import type { rejections as english } from '../en/rejections.ts'
import type { Texts } from '../texts.ts'

export const rejections: Texts<typeof english> = {
  OPERATION_INVALID: 'Le serveur de la prison n’a pas pu lire ceci. Veuillez l’enregistrer à nouveau.',
  OPERATION_ID_REUSED: 'Le serveur de la prison a déjà autre chose sous ce numéro. Veuillez l’enregistrer à nouveau.',
  OPERATION_NOT_YOURS: 'Ceci appartient à une autre personne et n’a donc pas été accepté.',
  ORDER_WINDOW_UNKNOWN: 'La prison ne connaît pas cette période de commande. Veuillez commander à nouveau.',
  ORDER_WINDOW_CLOSED: 'La commande est arrivée après la fin de la période. Rien n’a été débité.',
  ORDER_PRODUCT_UNKNOWN: '{{product}} n’est plus en vente. Rien n’a été débité.',
  ORDER_STOCK_SHORT: 'Il n’y a pas assez de {{product}} : il en reste {{left}}. Rien n’a été débité.',
  ORDER_LIMIT_REACHED:
    '{{product}} : vous pouvez encore en commander {{left}} pendant cette période. Rien n’a été débité.',
  ORDER_TOTAL_LIMIT_REACHED:
    'La commande coûte {{total}}. Pendant cette période, vous pouvez encore dépenser {{left}}. Rien n’a été débité.',
  ORDER_BALANCE_SHORT:
    'La commande coûte {{total}}. Sur votre compte, {{available}} sont disponibles. Rien n’a été débité.',
  ORDER_PRICE_ROSE: 'Un prix a augmenté. La commande coûte maintenant {{total}}. C’est vous qui décidez.',
  MEDICAL_KEY_UNKNOWN:
    'Le service médical n’a pas pu ouvrir ceci. Veuillez refaire la demande, ou dites au personnel que vous avez besoin de soins.',
  REQUEST_UNKNOWN: 'La prison ne connaît plus cette demande.',
  REQUEST_TOO_LATE: 'Il était trop tard pour retirer la demande : elle est déjà traitée.',
  REQUEST_REMINDED_ALREADY: 'Un rappel a déjà été envoyé. La demande n’est pas oubliée.',
}
