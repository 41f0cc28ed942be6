export const home = {
  title: 'Hello {{name}}',
  canteen: {
    orderUntil: 'Order until {{when}}',
    opens: 'Orders from {{when}}',
    closed: 'No orders just now',
  },
  medical: 'Ask for an appointment',
  requests: {
    needYou_one: '{{count}} needs you',
    needYou_other: '{{count}} need you',
    answers_one: '{{count}} answer for you',
    answers_other: '{{count}} answers for you',
    underway_one: '{{count}} under way',
    underway_other: '{{count}} under way',
    none: 'Nothing open',
  },
  account: {
    available: '{{amount}} available',
    nothing: 'No money left: {{amount}}',
  },
  notices: {
    unread_one: '{{count}} new notice',
    unread_other: '{{count}} new notices',
    none: 'Nothing new',
  },
  web: {
    sites_one: '{{count}} site for you',
    sites_other: '{{count}} sites for you',
    none: 'No site is open',
    offline: 'No connection: the web is closed',
  },
  unknown: 'Not yet known here',
  important: 'Important: {{title}}',
  read: 'Read',
  readLabel: 'Read: {{title}}',
} as const
