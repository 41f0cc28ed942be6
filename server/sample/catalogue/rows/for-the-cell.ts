import type { ProductRow } from '../product-row.ts'

export const forTheCell: readonly ProductRow[] = [
  [
    ['batteries-aa', '4 ×', 329, 70, 2, 3, 'battery'],
    ['Piles AA', 'AA-batterijen', 'AA-Batterien', 'AA batteries'],
  ],
  [
    ['batteries-aaa', '4 ×', 329, 65, 2, 3, 'battery'],
    ['Piles AAA', 'AAA-batterijen', 'AAA-Batterien', 'AAA batteries'],
  ],
  [
    ['led-bulb', '1 ×', 399, 19, 1, 1, 'light-bulb'],
    ['Ampoule LED', 'Ledlamp', 'LED-Lampe', 'LED bulb'],
  ],
  [
    ['pocket-radio', '1 ×', 1995, 8, 1, 1, 'radio'],
    ['Radio de poche', 'Zakradio', 'Taschenradio', 'Pocket radio'],
  ],
  [
    ['headphones', '1 ×', 1295, 15, 1, 1, 'headphone'],
    ['Casque audio', 'Hoofdtelefoon', 'Kopfhörer', 'Headphones'],
  ],
  [
    ['alarm-clock', '1 ×', 995, 11, 1, 1, 'watch'],
    ['Réveil', 'Wekker', 'Wecker', 'Alarm clock'],
  ],
  [
    ['playing-cards', '1 ×', 299, 42, 1, 2, 'joker'],
    ['Jeu de cartes', 'Speelkaarten', 'Spielkarten', 'Playing cards'],
  ],
  [
    ['dice', '5 ×', 249, 24, 1, 1, 'game-die'],
    ['Dés', 'Dobbelstenen', 'Würfel', 'Dice'],
  ],
  [
    ['chess-set', '1 ×', 995, 9, 1, 1, 'chess-pawn'],
    ['Jeu d’échecs', 'Schaakspel', 'Schachspiel', 'Chess set'],
  ],
  [
    ['jigsaw-puzzle', '500 ×', 899, 6, 1, 1, 'puzzle-piece'],
    ['Puzzle', 'Legpuzzel', 'Puzzle', 'Jigsaw puzzle'],
  ],
  [
    ['plastic-mug', '1 ×', 199, 38, 1, 2, 'cup-with-straw'],
    ['Gobelet en plastique', 'Plastic beker', 'Kunststoffbecher', 'Plastic mug'],
  ],
  [
    ['food-box', '1 l', 299, 34, 2, 2, 'bento-box'],
    ['Boîte de conservation', 'Bewaardoos', 'Frischhaltedose', 'Food storage box'],
  ],
  [
    ['clothes-hangers', '5 ×', 249, 27, 1, 2, 'coat'],
    ['Cintres en plastique', 'Plastic kleerhangers', 'Kleiderbügel aus Kunststoff', 'Plastic hangers'],
  ],
  [
    ['socks', '3 ×', 599, 45, 2, 3, 'socks'],
    ['Chaussettes', 'Sokken', 'Socken', 'Socks'],
  ],
  [
    ['underwear', '3 ×', 999, 32, 2, 3, 'briefs'],
    ['Sous-vêtements', 'Ondergoed', 'Unterwäsche', 'Underwear'],
  ],
  [
    ['t-shirt', '1 ×', 699, 28, 2, 3, 't-shirt'],
    ['T-shirt', 'T-shirt', 'T-Shirt', 'T-shirt'],
  ],
  [
    ['shower-sandals', '1 ×', 699, 1, 1, 1, 'thong-sandal'],
    ['Claquettes de douche', 'Badslippers', 'Badelatschen', 'Shower sandals'],
  ],
  [
    ['reading-glasses', '1 ×', 899, 10, 1, 1, 'glasses'],
    ['Lunettes de lecture +2', 'Leesbril +2', 'Lesebrille +2', 'Reading glasses +2'],
  ],
]
