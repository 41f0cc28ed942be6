export const rejections = {
  OPERATION_INVALID: 'The prison server could not read this. Please record it again.',
  OPERATION_ID_REUSED: 'The prison server has something else under this number. Please record it again.',
  OPERATION_NOT_YOURS: 'This belongs to another person, so it was not accepted.',
  ORDER_WINDOW_UNKNOWN: 'The prison does not know this order period. Please order again.',
  ORDER_WINDOW_CLOSED: 'The order arrived after the order period was over. Nothing was charged.',
  ORDER_PRODUCT_UNKNOWN: '{{product}} is no longer sold. Nothing was charged.',
  ORDER_STOCK_SHORT: 'There is not enough {{product}}: {{left}} left. Nothing was charged.',
  ORDER_LIMIT_REACHED: '{{product}}: you can order {{left}} more in this period. Nothing was charged.',
  ORDER_TOTAL_LIMIT_REACHED:
    'The order costs {{total}}. In this period you can still spend {{left}}. Nothing was charged.',
  ORDER_BALANCE_SHORT: 'The order costs {{total}}. On your account {{available}} are available. Nothing was charged.',
  ORDER_PRICE_ROSE: 'A price has gone up. The order now costs {{total}}. You decide whether it stands.',
  MEDICAL_KEY_UNKNOWN:
    'The medical service could not open this. Please ask again, or tell a member of staff that you need care.',
  REQUEST_UNKNOWN: 'The prison does not know this request any more.',
  REQUEST_TOO_LATE: 'It was too late to withdraw: the request is already being handled.',
  REQUEST_REMINDED_ALREADY: 'A reminder was sent already. The request is not forgotten.',
} as const
