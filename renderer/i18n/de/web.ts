import type { web as english } from '../en/web.ts'
import type { Texts } from '../texts.ts'

export const web: Texts<typeof english> = {
  title: 'Websites',
  empty: {
    title: 'Keine Website ist offen',
    text: 'Die Websites, die die Anstalt genehmigt hat, erscheinen hier.',
  },
  offline: {
    title: 'Keine Verbindung: die Websites sind geschlossen',
    text: 'Sie öffnen von selbst wieder, wenn die Verbindung zurück ist. Alles andere funktioniert.',
  },
  bar: {
    back: 'Zurück',
    start: 'Erste Seite',
    close: 'Schließen',
    loading: 'Die Seite wird geladen',
  },
  use: {
    label: 'Nutzung dieser Website heute',
    share: '{{percent}}\u00a0% für heute verbraucht',
    little: 'Wenig übrig',
    spent: 'Nichts übrig',
  },
  refused: {
    title: 'Diese Seite ist hier nicht offen',
    text: 'Die Anstalt hat sie nicht genehmigt. Der Rest der Website ist offen.',
    code: 'Code {{code}}',
  },
  spent: {
    title: 'Die Nutzung dieser Website ist für heute verbraucht',
    text: 'Sie öffnet morgen wieder. Seiten, die Sie heute schon gelesen haben, öffnen weiterhin.',
  },
  expired: {
    title: 'Diese Website ist nicht mehr offen',
    text: 'Die Genehmigung der Anstalt ist abgelaufen.',
  },
  siteClosed: {
    title: 'Die Anstalt hat diese Website geschlossen',
    text: 'Sie ist vorerst geschlossen. Andere Websites sind offen.',
  },
  ruleClosed: {
    title: 'Die Anstalt hat diesen Teil der Website geschlossen',
    text: 'Er ist vorerst geschlossen. Der Rest der Website ist offen.',
  },
  ask: {
    action: 'Um diese Seite bitten',
    who: 'Die Technik liest Ihren Antrag und sieht die Adresse der Seite. Die Anstalt entscheidet, ob sie geöffnet wird.',
    asked: 'Sie haben um diese Seite gebeten. Sie finden den Antrag unter Meine Anträge.',
    notRecorded:
      'Das konnte nicht festgehalten werden. Bitte versuchen Sie es noch einmal oder wenden Sie sich an das Personal.',
  },
  closed: {
    title: 'Die Website wurde geschlossen',
    text: 'Sie können sie aus der Liste wieder öffnen.',
    action: 'Zu den Websites',
  },
  unread: {
    title: 'Die Websites können gerade nicht gezeigt werden',
    text: 'Bitte versuchen Sie es gleich noch einmal.',
  },
  failed: {
    title: 'Die Website antwortet nicht',
    text: 'Bitte versuchen Sie es später noch einmal.',
    again: 'Noch einmal versuchen',
  },
}
