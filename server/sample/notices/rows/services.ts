import type { NoticeRow } from '../notice-row.ts'

export const services: readonly NoticeRow[] = [
  {
    id: 'canteen-prices',
    important: true,
    publishedDaysAgo: 3,
    shownForDays: 21,
    aboutInDays: 14,
    title: [
      'Cantine : quelques prix changent',
      'Kantine: enkele prijzen wijzigen',
      'Kantine: einige Preise ändern sich',
      'Canteen: some prices change',
    ],
    body: {
      fr: [
        'Nos fournisseurs ont adapté leurs prix. À partir du {day}, le café, le chocolat et le tabac coûtent un peu plus cher. Les pâtes et le sucre deviennent moins chers.',
        'Une commande déjà reçue garde son prix. Si un prix augmente avant que votre commande soit reçue, nous vous demandons d’abord votre accord.',
      ],
      nl: [
        'Onze leveranciers hebben hun prijzen aangepast. Vanaf {day} worden koffie, chocolade en tabak iets duurder. Pasta en suiker worden goedkoper.',
        'Een ontvangen bestelling behoudt haar prijs. Stijgt een prijs voordat uw bestelling ontvangen is, dan vragen we eerst of u akkoord gaat.',
      ],
      de: [
        'Unsere Lieferanten haben ihre Preise angepasst. Ab {day} werden Kaffee, Schokolade und Tabak etwas teurer. Nudeln und Zucker werden günstiger.',
        'Eine eingegangene Bestellung behält ihren Preis. Steigt ein Preis, bevor Ihre Bestellung eingegangen ist, fragen wir Sie zuerst.',
      ],
      en: [
        'Our suppliers have changed their prices. From {day}, coffee, chocolate and tobacco cost a little more. Pasta and sugar become cheaper.',
        'An order we have received keeps its price. If a price rises before your order is received, we ask you first.',
      ],
    },
  },
  {
    id: 'library-van',
    important: false,
    publishedDaysAgo: 5,
    shownForDays: 4,
    aboutInDays: 3,
    title: ['Le bibliobus passe', 'De bibliobus komt langs', 'Der Bücherbus kommt', 'The library van is coming'],
    body: {
      fr: [
        'Le bibliobus est dans la cour le {day} de 9 h à 12 h. Il apporte des livres en quinze langues, des bandes dessinées et des films.',
        'Vous pouvez emprunter cinq titres pour quatre semaines. N’oubliez pas de rapporter ceux de la dernière fois.',
      ],
      nl: [
        'De bibliobus staat op de binnenkoer op {day} van 9 tot 12 uur. Hij brengt boeken in vijftien talen, strips en films.',
        'U mag vijf titels lenen voor vier weken. Vergeet die van de vorige keer niet terug te brengen.',
      ],
      de: [
        'Der Bücherbus steht am {day} von 9 bis 12 Uhr im Hof. Er bringt Bücher in fünfzehn Sprachen, Comics und Filme.',
        'Sie können fünf Titel für vier Wochen ausleihen. Bringen Sie bitte die vom letzten Mal zurück.',
      ],
      en: [
        'The library van is in the yard on {day} from 9:00 to 12:00. It brings books in fifteen languages, comics and films.',
        'You may borrow five titles for four weeks. Please bring back those from last time.',
      ],
    },
  },
  {
    id: 'dentist-days',
    important: false,
    publishedDaysAgo: 8,
    shownForDays: 8,
    aboutInDays: 7,
    title: ['Jours du dentiste', 'Dagen van de tandarts', 'Tage der Zahnärztin', 'Dentist days'],
    body: {
      fr: [
        'La dentiste est présente deux jours, à partir du {day}. Demandez un rendez-vous ici, sous « Santé » : seul le service médical lit votre demande.',
        'Vous avez très mal ou le visage gonflé ? N’attendez pas, appelez tout de suite un agent.',
      ],
      nl: [
        'De tandarts is er twee dagen, vanaf {day}. Vraag hier een afspraak bij ‘Medisch’: alleen de medische dienst leest uw vraag.',
        'Hebt u veel pijn of een gezwollen gezicht? Wacht dan niet en roep meteen een beambte.',
      ],
      de: [
        'Die Zahnärztin ist zwei Tage lang da, ab {day}. Bitten Sie hier unter „Gesundheit“ um einen Termin: Nur der medizinische Dienst liest Ihre Anfrage.',
        'Sie haben starke Schmerzen oder ein geschwollenes Gesicht? Warten Sie nicht, rufen Sie sofort einen Beamten.',
      ],
      en: [
        'The dentist is here for two days, starting on {day}. Ask for an appointment here, under “Medical”: only the medical service reads what you write.',
        'Are you in severe pain, or is your face swollen? Do not wait: call an officer at once.',
      ],
    },
  },
  {
    id: 'language-courses',
    important: false,
    publishedDaysAgo: 12,
    shownForDays: 20,
    aboutInDays: 19,
    title: [
      'Cours de français et de néerlandais',
      'Lessen Frans en Nederlands',
      'Französisch- und Niederländischkurse',
      'French and Dutch lessons',
    ],
    body: {
      fr: [
        'De nouveaux cours de français et de néerlandais commencent le {day}, trois matins par semaine. Ils sont gratuits, pour débutants aussi.',
        'Il y a douze places par groupe. Inscrivez-vous auprès du service enseignement ou de l’agent de l’étage.',
      ],
      nl: [
        'Op {day} beginnen nieuwe lessen Frans en Nederlands, drie voormiddagen per week. Ze zijn gratis, ook voor beginners.',
        'Er zijn twaalf plaatsen per groep. Schrijf u in bij de dienst onderwijs of bij de beambte van uw verdieping.',
      ],
      de: [
        'Am {day} beginnen neue Kurse für Französisch und Niederländisch, an drei Vormittagen pro Woche. Sie sind kostenlos, auch für Anfänger.',
        'Es gibt zwölf Plätze pro Gruppe. Melden Sie sich beim Unterrichtsdienst oder beim Beamten der Etage an.',
      ],
      en: [
        'New French and Dutch lessons begin on {day}, three mornings a week. They are free, and open to beginners.',
        'There are twelve places in each group. Sign up with the education service or with the officer on your floor.',
      ],
    },
  },
  {
    id: 'this-terminal',
    important: false,
    publishedDaysAgo: 20,
    shownForDays: 120,
    aboutInDays: 0,
    title: [
      'Ce terminal garde vos demandes',
      'Deze terminal bewaart uw aanvragen',
      'Dieses Gerät bewahrt Ihre Anträge auf',
      'This terminal keeps your requests',
    ],
    body: {
      fr: [
        'Ce que vous confirmez ici est gardé, même sans réseau ou sans courant. Sous « Mes demandes », vous voyez où en est chaque demande.',
        'Votre code PIN est personnel. Ne le donnez à personne et déconnectez-vous quand vous avez fini.',
      ],
      nl: [
        'Wat u hier bevestigt, blijft bewaard, ook zonder netwerk of stroom. Bij ‘Aanvragen’ ziet u hoever elke aanvraag staat.',
        'Uw pincode is alleen van u. Geef ze aan niemand en meld u af als u klaar bent.',
      ],
      de: [
        'Was Sie hier bestätigen, bleibt erhalten, auch ohne Netz oder Strom. Unter „Meine Anträge“ sehen Sie, wie weit jeder Antrag ist.',
        'Ihre PIN gehört nur Ihnen. Geben Sie sie niemandem und melden Sie sich ab, wenn Sie fertig sind.',
      ],
      en: [
        'What you confirm here is kept, even without network or power. Under “My requests” you see where each request stands.',
        'Your PIN is yours alone. Give it to nobody, and sign out when you have finished.',
      ],
    },
  },
]
