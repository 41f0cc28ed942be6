import type { ProductRow } from '../product-row.ts'

export const biscuitsAndChocolate: readonly ProductRow[] = [
  [
    ['speculoos', '400 g', 249, 78, 3, 5, 'cookie', 'gluten', 'soybeans'],
    ['Spéculoos', 'Speculoos', 'Spekulatius', 'Speculoos biscuits'],
  ],
  [
    ['butter-biscuits', '250 g', 199, 62, 3, 5, 'cookie', 'gluten', 'milk', 'eggs'],
    ['Biscuits au beurre', 'Boterkoekjes', 'Butterkekse', 'Butter biscuits'],
  ],
  [
    ['chocolate-chip-cookies', '225 g', 189, 70, 3, 5, 'cookie', 'gluten', 'milk', 'soybeans'],
    [
      'Cookies aux pépites de chocolat',
      'Koekjes met stukjes chocolade',
      'Kekse mit Schokostücken',
      'Chocolate chip cookies',
    ],
  ],
  [
    ['filled-chocolate-biscuits', '300 g', 165, 81, 3, 5, 'cookie', 'gluten', 'milk', 'soybeans'],
    [
      'Biscuits fourrés au chocolat',
      'Koekjes met chocoladevulling',
      'Doppelkekse mit Schokolade',
      'Chocolate sandwich biscuits',
    ],
  ],
  [
    ['plain-dry-biscuits', '200 g', 95, 90, 4, 6, 'cookie', 'gluten', 'milk'],
    ['Biscuits secs', 'Droge koekjes', 'Einfache Kekse', 'Plain biscuits'],
  ],
  [
    ['gluten-free-biscuits', '150 g', 329, 8, 2, 4, 'cookie', 'lupin', 'eggs', 'soybeans'],
    ['Biscuits sans gluten', 'Glutenvrije koekjes', 'Glutenfreie Kekse', 'Gluten-free biscuits'],
  ],
  [
    ['coconut-macaroons', '250 g', 239, 19, 2, 4, 'coconut', 'eggs', 'sulphites'],
    ['Rochers à la noix de coco', 'Kokosrotsjes', 'Kokosmakronen', 'Coconut macaroons'],
  ],
  [
    ['sugar-waffles', '8 × 55 g', 289, 66, 3, 4, 'waffle', 'gluten', 'milk', 'eggs', 'soybeans'],
    ['Gaufres au sucre', 'Suikerwafels', 'Zuckerwaffeln', 'Sugar waffles'],
  ],
  [
    ['galettes', '10 × 30 g', 225, 37, 3, 4, 'waffle', 'gluten', 'milk', 'eggs'],
    ['Galettes au beurre', 'Lukken met boter', 'Butterwaffeln', 'Thin butter waffles'],
  ],
  [
    ['frangipane-cakes', '6 × 45 g', 249, 25, 2, 4, 'pie', 'gluten', 'milk', 'eggs', 'nuts'],
    ['Frangipanes', 'Frangipanes', 'Mandeltörtchen', 'Almond tartlets'],
  ],
  [
    ['marble-cake', '450 g', 279, 31, 2, 3, 'shortcake', 'gluten', 'milk', 'eggs'],
    ['Cake marbré', 'Marmercake', 'Marmorkuchen', 'Marble cake'],
  ],
  [
    ['madeleines', '400 g', 269, 44, 2, 4, 'cupcake', 'gluten', 'eggs', 'milk'],
    ['Madeleines', 'Madeleines', 'Madeleines', 'Madeleines'],
  ],
  [
    ['spiced-honey-cake', '400 g', 215, 29, 2, 3, 'bread', 'gluten'],
    ['Pain d’épices', 'Peperkoek', 'Honigkuchen', 'Spiced honey cake'],
  ],
  [
    ['milk-chocolate', '200 g', 319, 85, 3, 5, 'chocolate-bar', 'milk', 'soybeans'],
    ['Chocolat au lait', 'Melkchocolade', 'Milchschokolade', 'Milk chocolate'],
  ],
  [
    ['dark-chocolate', '200 g', 329, 60, 3, 5, 'chocolate-bar', 'soybeans'],
    ['Chocolat noir', 'Pure chocolade', 'Zartbitterschokolade', 'Dark chocolate'],
  ],
  [
    ['hazelnut-chocolate', '200 g', 359, 54, 3, 5, 'chestnut', 'milk', 'nuts', 'soybeans'],
    [
      'Chocolat au lait aux noisettes',
      'Melkchocolade met hazelnoten',
      'Milchschokolade mit Haselnüssen',
      'Hazelnut chocolate',
    ],
  ],
  [
    ['white-chocolate', '100 g', 179, 3, 3, 5, 'chocolate-bar', 'milk', 'soybeans'],
    ['Chocolat blanc', 'Witte chocolade', 'Weiße Schokolade', 'White chocolate'],
  ],
  [
    ['pralines', '250 g', 595, 20, 1, 2, 'chocolate-bar', 'milk', 'nuts', 'soybeans', 'gluten'],
    ['Pralines assorties', 'Assortiment pralines', 'Gemischte Pralinen', 'Assorted pralines'],
  ],
  [
    ['caramel-bars', '5 × 45 g', 299, 58, 3, 5, 'chocolate-bar', 'milk', 'soybeans', 'gluten'],
    ['Barres au caramel', 'Karamelrepen', 'Karamellriegel', 'Caramel bars'],
  ],
  [
    ['cereal-bars', '6 × 25 g', 219, 47, 3, 5, 'sheaf-of-rice', 'gluten', 'milk', 'nuts'],
    ['Barres de céréales', 'Graanrepen', 'Müsliriegel', 'Cereal bars'],
  ],
  [
    ['fruit-gums', '300 g', 219, 72, 3, 5, 'candy'],
    ['Gommes aux fruits', 'Fruitgommen', 'Fruchtgummi', 'Fruit gums'],
  ],
  [
    ['halal-gummies', '200 g', 245, 34, 3, 5, 'candy'],
    ['Bonbons gélifiés halal', 'Halal gomsnoepjes', 'Halal-Gummibonbons', 'Halal gummy sweets'],
  ],
  [
    ['cuberdons', '200 g', 389, 12, 2, 3, 'candy'],
    ['Cuberdons', 'Cuberdons', 'Cuberdons', 'Raspberry cone sweets'],
  ],
  [
    ['liquorice', '250 g', 209, 26, 3, 4, 'candy', 'gluten'],
    ['Réglisse', 'Drop', 'Lakritz', 'Liquorice'],
  ],
  [
    ['peppermints', '150 g', 139, 69, 4, 6, 'herb'],
    ['Bonbons à la menthe', 'Muntjes', 'Pfefferminzbonbons', 'Peppermints'],
  ],
  [
    ['lollipops', '10 × 12 g', 159, 40, 3, 4, 'lollipop'],
    ['Sucettes', 'Lekstokken', 'Lutscher', 'Lollipops'],
  ],
]
