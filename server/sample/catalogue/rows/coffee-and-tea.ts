import type { ProductRow } from '../product-row.ts'

export const coffeeAndTea: readonly ProductRow[] = [
  [
    ['ground-coffee', '500 g', 869, 64, 2, 3, 'hot-beverage'],
    ['Café moulu', 'Gemalen koffie', 'Gemahlener Kaffee', 'Ground coffee'],
  ],
  [
    ['ground-coffee-small', '250 g', 465, 90, 3, 4, 'hot-beverage'],
    ['Café moulu', 'Gemalen koffie', 'Gemahlener Kaffee', 'Ground coffee'],
  ],
  [
    ['ground-coffee-decaffeinated', '250 g', 499, 18, 3, 4, 'hot-beverage'],
    [
      'Café moulu décaféiné',
      'Gemalen koffie zonder cafeïne',
      'Gemahlener Kaffee, entkoffeiniert',
      'Decaf ground coffee',
    ],
  ],
  [
    ['instant-coffee', '100 g', 435, 75, 3, 4, 'hot-beverage'],
    ['Café soluble', 'Oploskoffie', 'Löslicher Kaffee', 'Instant coffee'],
  ],
  [
    ['instant-coffee-large', '200 g', 789, 40, 2, 3, 'hot-beverage'],
    ['Café soluble', 'Oploskoffie', 'Löslicher Kaffee', 'Instant coffee'],
  ],
  [
    ['instant-coffee-sticks', '20 × 2 g', 295, 52, 4, 6, 'hot-beverage'],
    ['Café soluble en sticks', 'Oploskoffie in sticks', 'Löslicher Kaffee in Sticks', 'Instant coffee sticks'],
  ],
  [
    ['cappuccino-sticks', '10 × 12 g', 279, 33, 4, 6, 'hot-beverage', 'milk'],
    ['Cappuccino en sticks', 'Cappuccino in sticks', 'Cappuccino in Sticks', 'Cappuccino sticks'],
  ],
  [
    ['instant-chicory', '200 g', 329, 9, 2, 3, 'hot-beverage'],
    ['Chicorée soluble', 'Oplosbare cichorei', 'Löslicher Zichorienkaffee', 'Instant chicory'],
  ],
  [
    ['coffee-filters', '80 ×', 129, 44, 2, 2, 'hot-beverage'],
    ['Filtres à café', 'Koffiefilters', 'Kaffeefilter', 'Coffee filters'],
  ],
  [
    ['coffee-creamer', '200 g', 219, 27, 2, 4, 'glass-of-milk', 'milk'],
    ['Lait en poudre pour le café', 'Koffiecreamer', 'Kaffeeweißer', 'Coffee creamer'],
  ],
  [
    ['coffee-milk-portions', '10 × 8 g', 109, 48, 3, 6, 'glass-of-milk', 'milk'],
    ['Portions de lait pour le café', 'Koffiemelk in cupjes', 'Kaffeesahne in Portionen', 'Coffee milk portions'],
  ],
  [
    ['black-tea', '25 × 2 g', 129, 70, 3, 4, 'teacup-without-handle'],
    ['Thé noir', 'Zwarte thee', 'Schwarztee', 'Black tea'],
  ],
  [
    ['green-tea', '25 × 2 g', 149, 58, 3, 4, 'teacup-without-handle'],
    ['Thé vert', 'Groene thee', 'Grüntee', 'Green tea'],
  ],
  [
    ['mint-tea', '25 × 2 g', 159, 66, 3, 4, 'teapot'],
    ['Thé vert à la menthe', 'Groene thee met munt', 'Grüntee mit Minze', 'Green tea with mint'],
  ],
  [
    ['loose-green-tea', '250 g', 339, 22, 2, 3, 'teapot'],
    ['Thé vert en vrac', 'Losse groene thee', 'Loser Grüntee', 'Loose green tea'],
  ],
  [
    ['camomile-tea', '20 × 1 g', 139, 30, 3, 4, 'blossom'],
    ['Infusion à la camomille', 'Kamillethee', 'Kamillentee', 'Camomile tea'],
  ],
  [
    ['lime-blossom-tea', '20 × 1 g', 145, 0, 3, 4, 'blossom'],
    ['Infusion au tilleul', 'Lindebloesemthee', 'Lindenblütentee', 'Lime blossom tea'],
  ],
  [
    ['rooibos-tea', '20 × 2 g', 165, 24, 3, 4, 'teapot'],
    ['Infusion de rooibos', 'Rooibosthee', 'Rooibostee', 'Rooibos tea'],
  ],
  [
    ['drinking-chocolate', '400 g', 349, 36, 2, 3, 'chocolate-bar', 'soybeans'],
    ['Poudre chocolatée', 'Chocoladepoeder', 'Trinkschokolade, Pulver', 'Drinking chocolate powder'],
  ],
  [
    ['granulated-sugar', '1 kg', 125, 80, 2, 2, 'spoon'],
    ['Sucre cristallisé', 'Kristalsuiker', 'Kristallzucker', 'Granulated sugar'],
  ],
  [
    ['sugar-cubes', '1 kg', 159, 55, 2, 2, 'spoon'],
    ['Sucre en morceaux', 'Klontjessuiker', 'Würfelzucker', 'Sugar cubes'],
  ],
  [
    ['sweetener-tablets', '300 ×', 169, 16, 2, 2, 'spoon'],
    ['Édulcorant en comprimés', 'Zoetstoftabletten', 'Süßstofftabletten', 'Sweetener tablets'],
  ],
]
