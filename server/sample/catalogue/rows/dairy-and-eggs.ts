import type { ProductRow } from '../product-row.ts'

export const dairyAndEggs: readonly ProductRow[] = [
  [
    ['semi-skimmed-milk', '100 cl', 115, 140, 6, 12, 'glass-of-milk', 'milk'],
    ['Lait demi-écrémé', 'Halfvolle melk', 'Fettarme Milch', 'Semi-skimmed milk'],
  ],
  [
    ['whole-milk', '100 cl', 125, 95, 6, 12, 'glass-of-milk', 'milk'],
    ['Lait entier', 'Volle melk', 'Vollmilch', 'Whole milk'],
  ],
  [
    ['lactose-free-milk', '100 cl', 159, 26, 4, 8, 'glass-of-milk', 'milk'],
    ['Lait sans lactose', 'Lactosevrije melk', 'Laktosefreie Milch', 'Lactose-free milk'],
  ],
  [
    ['soy-drink', '100 cl', 189, 32, 4, 8, 'beverage-box', 'soybeans'],
    ['Boisson au soja', 'Sojadrink', 'Sojadrink', 'Soya drink'],
  ],
  [
    ['chocolate-milk', '100 cl', 179, 77, 4, 8, 'chocolate-bar', 'milk'],
    ['Lait chocolaté', 'Chocolademelk', 'Schokomilch', 'Chocolate milk'],
  ],
  [
    ['buttermilk', '100 cl', 129, 21, 4, 6, 'glass-of-milk', 'milk'],
    ['Lait battu', 'Karnemelk', 'Buttermilch', 'Buttermilk'],
  ],
  [
    ['plain-yoghurt', '4 × 125 g', 139, 56, 3, 6, 'bowl-with-spoon', 'milk'],
    ['Yaourt nature', 'Natuuryoghurt', 'Naturjoghurt', 'Plain yoghurt'],
  ],
  [
    ['fruit-yoghurt', '4 × 125 g', 189, 68, 3, 6, 'strawberry', 'milk'],
    ['Yaourt aux fruits', 'Fruityoghurt', 'Fruchtjoghurt', 'Fruit yoghurt'],
  ],
  [
    ['fresh-white-cheese', '500 g', 199, 43, 2, 4, 'bowl-with-spoon', 'milk'],
    ['Fromage blanc maigre', 'Magere platte kaas', 'Magerquark', 'Low-fat white cheese'],
  ],
  [
    ['chocolate-mousse', '4 × 60 g', 209, 39, 2, 4, 'custard', 'milk', 'eggs', 'soybeans'],
    ['Mousse au chocolat', 'Chocolademousse', 'Schokomousse', 'Chocolate mousse'],
  ],
  [
    ['vanilla-custard', '4 × 125 g', 175, 50, 2, 4, 'custard', 'milk'],
    ['Crème vanille', 'Vanillepudding', 'Vanillepudding', 'Vanilla custard'],
  ],
  [
    ['rice-pudding', '4 × 110 g', 245, 17, 2, 4, 'custard', 'milk'],
    ['Riz au lait', 'Rijstpap', 'Milchreis', 'Rice pudding'],
  ],
  [
    ['butter', '250 g', 299, 59, 2, 4, 'butter', 'milk'],
    ['Beurre', 'Boter', 'Butter', 'Butter'],
  ],
  [
    ['margarine', '500 g', 229, 48, 2, 3, 'butter'],
    ['Margarine', 'Margarine', 'Margarine', 'Margarine'],
  ],
  [
    ['sliced-young-cheese', '400 g', 419, 61, 2, 4, 'cheese-wedge', 'milk'],
    ['Fromage jeune en tranches', 'Jonge kaas in sneetjes', 'Junger Käse in Scheiben', 'Sliced young cheese'],
  ],
  [
    ['grated-cheese', '200 g', 259, 54, 2, 4, 'cheese-wedge', 'milk'],
    ['Fromage râpé', 'Gemalen kaas', 'Geriebener Käse', 'Grated cheese'],
  ],
  [
    ['cheese-triangles', '16 × 17 g', 269, 71, 2, 4, 'cheese-wedge', 'milk'],
    ['Fromage fondu en portions', 'Smeerkaas in porties', 'Schmelzkäseecken', 'Cheese triangles'],
  ],
  [
    ['goat-cheese', '150 g', 289, 4, 2, 3, 'cheese-wedge', 'milk'],
    ['Fromage de chèvre', 'Geitenkaas', 'Ziegenkäse', 'Goat’s cheese'],
  ],
  [
    ['white-brine-cheese', '200 g', 249, 30, 2, 3, 'cheese-wedge', 'milk'],
    ['Fromage blanc en saumure', 'Witte kaas in pekel', 'Salzlakenkäse', 'White cheese in brine'],
  ],
  [
    ['boiled-eggs', '6 ×', 269, 66, 2, 4, 'egg', 'eggs'],
    ['Œufs durs', 'Hardgekookte eieren', 'Hart gekochte Eier', 'Hard-boiled eggs'],
  ],
]
