import type { NoticeRow } from '../notice-row.ts'

export const dailyLife: readonly NoticeRow[] = [
  {
    id: 'heating-works',
    important: true,
    publishedDaysAgo: 2,
    shownForDays: 6,
    aboutInDays: 5,
    title: [
      'Travaux de chauffage dans l’aile A',
      'Werken aan de verwarming in vleugel A',
      'Heizungsarbeiten in Flügel A',
      'Heating works in wing A',
    ],
    body: {
      fr: [
        'Le {day}, le chauffage et l’eau chaude seront coupés dans l’aile A de 8 h à 16 h.',
        'Une deuxième couverture peut être demandée à l’agent de l’étage. Les douches de la salle de sport restent ouvertes jusqu’à 17 h.',
      ],
      nl: [
        'Op {day} zijn de verwarming en het warm water in vleugel A afgesloten van 8 tot 16 uur.',
        'Een tweede deken kunt u vragen aan de beambte van uw verdieping. De douches van de sportzaal blijven open tot 17 uur.',
      ],
      de: [
        'Am {day} sind Heizung und Warmwasser in Flügel A von 8 bis 16 Uhr abgestellt.',
        'Eine zweite Decke gibt es beim Beamten der Etage. Die Duschen der Sporthalle bleiben bis 17 Uhr offen.',
      ],
      en: [
        'On {day} the heating and the hot water in wing A will be off from 8:00 to 16:00.',
        'You can ask the officer on your floor for a second blanket. The showers in the gym stay open until 17:00.',
      ],
    },
  },
  {
    id: 'visiting-hours',
    important: false,
    publishedDaysAgo: 9,
    shownForDays: 40,
    aboutInDays: 12,
    title: ['Nouvelles heures de visite', 'Nieuwe bezoekuren', 'Neue Besuchszeiten', 'New visiting hours'],
    body: {
      fr: [
        'À partir du {day}, la visite à table a lieu le mercredi et le samedi de 13 h à 17 h, et le dimanche de 9 h à 11 h 30.',
        'Votre visite réserve par téléphone, au plus tard la veille. Une pièce d’identité valable est demandée à l’entrée.',
      ],
      nl: [
        'Vanaf {day} is er tafelbezoek op woensdag en zaterdag van 13 tot 17 uur, en op zondag van 9 tot 11.30 uur.',
        'Uw bezoek reserveert telefonisch, ten laatste de dag voordien. Aan de ingang wordt een geldig identiteitsbewijs gevraagd.',
      ],
      de: [
        'Ab {day} ist Tischbesuch mittwochs und samstags von 13 bis 17 Uhr und sonntags von 9 bis 11.30 Uhr möglich.',
        'Ihr Besuch meldet sich telefonisch an, spätestens am Tag davor. Am Eingang wird ein gültiger Ausweis verlangt.',
      ],
      en: [
        'From {day}, visits at the table are on Wednesday and Saturday from 13:00 to 17:00, and on Sunday from 9:00 to 11:30.',
        'Your visitors book by telephone, no later than the day before. A valid identity document is needed at the entrance.',
      ],
    },
  },
  {
    id: 'holiday-meals',
    important: false,
    publishedDaysAgo: 4,
    shownForDays: 17,
    aboutInDays: 16,
    title: [
      'Repas de fête et de ramadan : s’inscrire',
      'Feestmaaltijden en ramadan: inschrijven',
      'Festessen und Ramadan: anmelden',
      'Festive and Ramadan meals: sign up',
    ],
    body: {
      fr: [
        'La cuisine prépare des repas adaptés pour le ramadan, Noël et d’autres fêtes. Pour la prochaine fête, inscrivez-vous avant le {day} auprès de l’agent de l’étage.',
        'Votre choix reste confidentiel. Qui s’est déjà inscrit cette année n’a rien à faire.',
      ],
      nl: [
        'De keuken maakt aangepaste maaltijden voor de ramadan, Kerstmis en andere feesten. Schrijf u voor het volgende feest in vóór {day} bij de beambte van uw verdieping.',
        'Uw keuze blijft vertrouwelijk. Wie dit jaar al ingeschreven is, hoeft niets te doen.',
      ],
      de: [
        'Die Küche bereitet besondere Mahlzeiten für Ramadan, Weihnachten und andere Feste zu. Für das nächste Fest melden Sie sich bis {day} beim Beamten der Etage an.',
        'Ihre Wahl bleibt vertraulich. Wer dieses Jahr schon angemeldet ist, braucht nichts zu tun.',
      ],
      en: [
        'The kitchen makes special meals for Ramadan, Christmas and other feasts. For the next feast, sign up before {day} with the officer on your floor.',
        'Your choice stays confidential. If you signed up earlier this year, you need not do anything.',
      ],
    },
  },
  {
    id: 'lost-property',
    important: false,
    publishedDaysAgo: 6,
    shownForDays: 9,
    aboutInDays: 8,
    title: ['Objets trouvés', 'Verloren voorwerpen', 'Fundsachen', 'Lost property'],
    body: {
      fr: [
        'Ont été trouvés au préau et à la salle de sport : une paire de lunettes, un bonnet bleu et une chaîne avec une petite croix.',
        'Décrivez l’objet à l’agent de l’étage pour le récupérer. Ce qui reste est rangé au greffe après le {day}.',
      ],
      nl: [
        'Gevonden op de wandeling en in de sportzaal: een bril, een blauwe muts en een kettinkje met een klein kruis.',
        'Beschrijf het voorwerp aan de beambte van uw verdieping om het terug te krijgen. Wat overblijft, gaat na {day} naar de griffie.',
      ],
      de: [
        'Im Hof und in der Sporthalle wurden gefunden: eine Brille, eine blaue Mütze und eine Kette mit einem kleinen Kreuz.',
        'Beschreiben Sie den Gegenstand dem Beamten der Etage, um ihn zurückzubekommen. Was übrig bleibt, kommt nach {day} in die Kanzlei.',
      ],
      en: [
        'Found in the yard and in the gym: a pair of glasses, a blue woolly hat and a chain with a small cross.',
        'Describe the item to the officer on your floor to get it back. What is left goes to the registry after {day}.',
      ],
    },
  },
  {
    id: 'football-results',
    important: false,
    publishedDaysAgo: 1,
    shownForDays: 8,
    aboutInDays: 6,
    title: ['Football : les résultats', 'Voetbal: de uitslagen', 'Fußball: die Ergebnisse', 'Football: the results'],
    body: {
      fr: [
        'Tournoi du préau : étage 1 – étage 2 : 3-1. Cuisine – Atelier : 2-2. Étage 3 – Buanderie : 0-4.',
        'Classement : la Buanderie est en tête avec 9 points, puis l’étage 1 avec 7 et la Cuisine avec 5. Prochains matchs le {day} à 14 h, s’il ne pleut pas.',
      ],
      nl: [
        'Tornooi op de wandeling: verdieping 1 – verdieping 2: 3-1. Keuken – Werkplaats: 2-2. Verdieping 3 – Wasserij: 0-4.',
        'Stand: de Wasserij staat eerst met 9 punten, dan verdieping 1 met 7 en de Keuken met 5. Volgende wedstrijden op {day} om 14 uur, als het niet regent.',
      ],
      de: [
        'Hofturnier: Etage 1 – Etage 2: 3:1. Küche – Werkstatt: 2:2. Etage 3 – Wäscherei: 0:4.',
        'Tabelle: vorn liegt die Wäscherei mit 9 Punkten, dann Etage 1 mit 7 und die Küche mit 5. Nächste Spiele am {day} um 14 Uhr, wenn es nicht regnet.',
      ],
      en: [
        'Yard tournament: Floor 1 – Floor 2: 3-1. Kitchen – Workshop: 2-2. Floor 3 – Laundry: 0-4.',
        'Table: the Laundry leads with 9 points, then Floor 1 with 7 and the Kitchen with 5. Next matches on {day} at 14:00, if it does not rain.',
      ],
    },
  },
]
