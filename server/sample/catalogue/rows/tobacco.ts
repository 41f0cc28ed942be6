import type { ProductRow } from '../product-row.ts'

export const tobacco: readonly ProductRow[] = [
  [
    ['rolling-tobacco', '50 g', 2190, 130, 3, 4, 'fallen-leaf'],
    ['Tabac à rouler', 'Roltabak', 'Drehtabak', 'Rolling tobacco'],
  ],
  [
    ['rolling-tobacco-blond', '50 g', 2190, 96, 3, 4, 'fallen-leaf'],
    ['Tabac à rouler blond', 'Blonde roltabak', 'Heller Drehtabak', 'Blond rolling tobacco'],
  ],
  [
    ['rolling-tobacco-small', '30 g', 1325, 110, 3, 5, 'fallen-leaf'],
    ['Tabac à rouler', 'Roltabak', 'Drehtabak', 'Rolling tobacco'],
  ],
  [
    ['tube-tobacco', '70 g', 2990, 48, 2, 3, 'fallen-leaf'],
    ['Tabac à tuber', 'Stoptabak', 'Stopftabak', 'Make-your-own tobacco'],
  ],
  [
    ['cigarettes-dark', '20 ×', 1195, 150, 5, 7, 'cigarette'],
    ['Cigarettes brunes', 'Sigaretten, bruine tabak', 'Zigaretten, dunkler Tabak', 'Cigarettes, dark tobacco'],
  ],
  [
    ['cigarettes-blond', '20 ×', 1195, 125, 5, 7, 'cigarette'],
    ['Cigarettes blondes', 'Sigaretten, blonde tabak', 'Zigaretten, heller Tabak', 'Cigarettes, blond tobacco'],
  ],
  [
    ['cigarettes-large', '25 ×', 1475, 77, 4, 6, 'cigarette'],
    ['Cigarettes, grand paquet', 'Sigaretten, groot pakje', 'Zigaretten, große Packung', 'Cigarettes, large pack'],
  ],
  [
    ['cigarillos', '10 ×', 895, 22, 2, 4, 'cigarette'],
    ['Cigarillos', 'Cigarillo’s', 'Zigarillos', 'Cigarillos'],
  ],
  [
    ['rolling-papers', '60 ×', 85, 160, 3, 5, 'scroll'],
    ['Feuilles à rouler', 'Vloeitjes', 'Zigarettenpapier', 'Rolling papers'],
  ],
  [
    ['filter-tips', '120 ×', 139, 118, 2, 4, 'cigarette'],
    ['Filtres à cigarettes', 'Sigarettenfilters', 'Zigarettenfilter', 'Filter tips'],
  ],
  [
    ['cigarette-tubes', '200 ×', 199, 53, 2, 3, 'cigarette'],
    ['Tubes à cigarettes', 'Sigarettenhulzen', 'Zigarettenhülsen', 'Cigarette tubes'],
  ],
  [
    ['lighter', '1 ×', 129, 99, 1, 2, 'fire'],
    ['Briquet', 'Aansteker', 'Feuerzeug', 'Lighter'],
  ],
  [
    ['ashtray', '1 ×', 249, 20, 1, 1, 'cigarette'],
    ['Cendrier', 'Asbak', 'Aschenbecher', 'Ashtray'],
  ],
  [
    ['nicotine-patches', '7 ×', 1895, 16, 1, 2, 'no-smoking'],
    ['Patchs à la nicotine', 'Nicotinepleisters', 'Nikotinpflaster', 'Nicotine patches'],
  ],
]
