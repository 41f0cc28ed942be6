import type { ProductRow } from '../product-row.ts'

export const newspapersAndMagazines: readonly ProductRow[] = [
  [
    ['daily-newspaper-french', '6 ×', 1740, 40, 1, 1, 'newspaper'],
    [
      'Quotidien en français, semaine',
      'Franstalige krant, week',
      'Französische Tageszeitung, Woche',
      'French daily paper, week',
    ],
  ],
  [
    ['daily-newspaper-dutch', '6 ×', 1740, 40, 1, 1, 'newspaper'],
    [
      'Quotidien en néerlandais, semaine',
      'Nederlandstalige krant, week',
      'Niederländische Tageszeitung, Woche',
      'Dutch daily paper, week',
    ],
  ],
  [
    ['daily-newspaper-german', '6 ×', 1680, 12, 1, 1, 'newspaper'],
    [
      'Quotidien en allemand, semaine',
      'Duitstalige krant, week',
      'Deutsche Tageszeitung, Woche',
      'German daily paper, week',
    ],
  ],
  [
    ['weekend-newspaper-french', '1 ×', 380, 45, 1, 1, 'rolled-up-newspaper'],
    [
      'Journal du week-end en français',
      'Franstalige weekendkrant',
      'Französische Wochenendzeitung',
      'French weekend paper',
    ],
  ],
  [
    ['weekend-newspaper-dutch', '1 ×', 380, 45, 1, 1, 'rolled-up-newspaper'],
    [
      'Journal du week-end en néerlandais',
      'Nederlandstalige weekendkrant',
      'Niederländische Wochenendzeitung',
      'Dutch weekend paper',
    ],
  ],
  [
    ['news-weekly-english', '1 ×', 895, 6, 1, 1, 'globe-with-meridians'],
    [
      'Hebdomadaire d’actualité en anglais',
      'Engelstalig nieuwsweekblad',
      'Englisches Nachrichtenmagazin',
      'English news weekly',
    ],
  ],
  [
    ['television-guide', '1 ×', 220, 90, 1, 2, 'television'],
    ['Magazine télé', 'Tv-gids', 'Fernsehzeitschrift', 'TV guide'],
  ],
  [
    ['football-magazine', '1 ×', 495, 38, 1, 2, 'soccer-ball'],
    ['Magazine de football', 'Voetbalmagazine', 'Fußballmagazin', 'Football magazine'],
  ],
  [
    ['cycling-magazine', '1 ×', 595, 18, 1, 2, 'bicycle'],
    ['Magazine de cyclisme', 'Wielermagazine', 'Radsportmagazin', 'Cycling magazine'],
  ],
  [
    ['car-magazine', '1 ×', 550, 26, 1, 2, 'automobile'],
    ['Magazine automobile', 'Autoblad', 'Autozeitschrift', 'Car magazine'],
  ],
  [
    ['fitness-magazine', '1 ×', 595, 23, 1, 2, 'flexed-biceps'],
    ['Magazine de fitness', 'Fitnessmagazine', 'Fitnessmagazin', 'Fitness magazine'],
  ],
  [
    ['cookery-magazine', '1 ×', 450, 19, 1, 2, 'cooking'],
    ['Magazine de cuisine', 'Kookmagazine', 'Kochzeitschrift', 'Cookery magazine'],
  ],
  [
    ['science-magazine', '1 ×', 595, 0, 1, 2, 'microscope'],
    ['Magazine scientifique', 'Wetenschapsmagazine', 'Wissenschaftsmagazin', 'Science magazine'],
  ],
  [
    ['crossword-book', '1 ×', 395, 47, 1, 2, 'input-latin-uppercase'],
    ['Mots croisés', 'Kruiswoordraadsels', 'Kreuzworträtsel', 'Crossword puzzles'],
  ],
  [
    ['sudoku-book', '1 ×', 395, 50, 1, 2, 'input-numbers'],
    ['Sudoku', 'Sudoku', 'Sudoku', 'Sudoku'],
  ],
  [
    ['comic-book', '1 ×', 795, 14, 1, 2, 'right-anger-bubble'],
    ['Bande dessinée', 'Stripverhaal', 'Comicheft', 'Comic book'],
  ],
]
