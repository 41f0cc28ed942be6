import type { ProductRow } from '../product-row.ts'

export const drinks: readonly ProductRow[] = [
  [
    ['still-water', '6 × 150 cl', 279, 120, 4, 6, 'droplet'],
    ['Eau plate', 'Plat water', 'Stilles Wasser', 'Still water'],
  ],
  [
    ['still-water-bottle', '150 cl', 55, 200, 6, 12, 'droplet'],
    ['Eau plate', 'Plat water', 'Stilles Wasser', 'Still water'],
  ],
  [
    ['sparkling-water', '6 × 150 cl', 309, 96, 4, 6, 'bubbles'],
    ['Eau pétillante', 'Bruiswater', 'Sprudelwasser', 'Sparkling water'],
  ],
  [
    ['sparkling-water-lemon', '100 cl', 79, 60, 6, 12, 'lemon'],
    ['Eau pétillante au citron', 'Bruiswater met citroen', 'Sprudelwasser mit Zitrone', 'Sparkling water with lemon'],
  ],
  [
    ['cola', '150 cl', 139, 150, 6, 8, 'cup-with-straw'],
    ['Cola', 'Cola', 'Cola', 'Cola'],
  ],
  [
    ['cola-sugar-free', '150 cl', 139, 130, 6, 8, 'cup-with-straw'],
    ['Cola sans sucre', 'Cola zonder suiker', 'Cola ohne Zucker', 'Sugar-free cola'],
  ],
  [
    ['cola-cans', '6 × 33 cl', 349, 84, 3, 4, 'cup-with-straw'],
    ['Cola en canettes', 'Cola in blik', 'Cola in Dosen', 'Cola cans'],
  ],
  [
    ['orange-soda', '150 cl', 129, 74, 6, 8, 'tangerine'],
    ['Limonade à l’orange', 'Sinaasappellimonade', 'Orangenlimonade', 'Orange soda'],
  ],
  [
    ['lemon-soda', '150 cl', 119, 68, 6, 8, 'lemon'],
    ['Limonade au citron', 'Citroenlimonade', 'Zitronenlimonade', 'Lemon soda'],
  ],
  [
    ['tonic', '100 cl', 135, 2, 4, 6, 'bubbles'],
    ['Tonic', 'Tonic', 'Tonic', 'Tonic water'],
  ],
  [
    ['iced-tea', '150 cl', 145, 88, 6, 8, 'tumbler-glass'],
    ['Thé glacé', 'IJsthee', 'Eistee', 'Iced tea'],
  ],
  [
    ['iced-tea-peach', '150 cl', 149, 61, 6, 8, 'peach'],
    ['Thé glacé à la pêche', 'IJsthee met perzik', 'Eistee mit Pfirsich', 'Peach iced tea'],
  ],
  [
    ['energy-drink', '25 cl', 95, 110, 4, 6, 'high-voltage'],
    ['Boisson énergisante', 'Energiedrank', 'Energydrink', 'Energy drink'],
  ],
  [
    ['sports-drink', '50 cl', 125, 46, 4, 8, 'flexed-biceps'],
    ['Boisson isotonique', 'Isotone sportdrank', 'Isotonisches Sportgetränk', 'Isotonic sports drink'],
  ],
  [
    ['malt-drink', '33 cl', 89, 57, 6, 8, 'sheaf-of-rice', 'gluten'],
    ['Boisson maltée sans alcool', 'Moutdrank zonder alcohol', 'Malzgetränk, alkoholfrei', 'Alcohol-free malt drink'],
  ],
  [
    ['orange-juice', '100 cl', 229, 72, 4, 6, 'beverage-box'],
    ['Jus d’orange', 'Sinaasappelsap', 'Orangensaft', 'Orange juice'],
  ],
  [
    ['apple-juice', '100 cl', 169, 65, 4, 6, 'beverage-box'],
    ['Jus de pomme', 'Appelsap', 'Apfelsaft', 'Apple juice'],
  ],
  [
    ['multifruit-juice', '100 cl', 175, 50, 4, 6, 'beverage-box'],
    ['Jus multifruit', 'Multivruchtensap', 'Multivitaminsaft', 'Mixed fruit juice'],
  ],
  [
    ['mango-nectar', '100 cl', 195, 28, 4, 6, 'mango'],
    ['Nectar de mangue', 'Mangonectar', 'Mangonektar', 'Mango nectar'],
  ],
  [
    ['grenadine-syrup', '75 cl', 259, 41, 2, 3, 'cherries'],
    ['Sirop de grenadine', 'Grenadinesiroop', 'Grenadinesirup', 'Grenadine syrup'],
  ],
  [
    ['mint-syrup', '75 cl', 259, 14, 2, 3, 'herb'],
    ['Sirop de menthe', 'Muntsiroop', 'Minzsirup', 'Mint syrup'],
  ],
]
