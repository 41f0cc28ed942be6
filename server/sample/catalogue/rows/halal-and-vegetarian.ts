import type { ProductRow } from '../product-row.ts'

export const halalAndVegetarian: readonly ProductRow[] = [
  [
    ['halal-chicken-slices', '150 g', 259, 57, 2, 4, 'poultry-leg'],
    [
      'Filet de poulet halal en tranches',
      'Halal kipfilet in sneetjes',
      'Halal-Hähnchenbrust in Scheiben',
      'Halal chicken slices',
    ],
  ],
  [
    ['halal-turkey-ham', '150 g', 239, 52, 2, 4, 'poultry-leg'],
    ['Jambon de dinde halal', 'Halal kalkoenham', 'Halal-Putenschinken', 'Halal turkey ham'],
  ],
  [
    ['halal-beef-salami', '150 g', 279, 45, 2, 4, 'cut-of-meat', 'mustard'],
    ['Salami de bœuf halal', 'Halal rundersalami', 'Halal-Rindersalami', 'Halal beef salami'],
  ],
  [
    ['halal-dried-beef', '100 g', 399, 15, 2, 3, 'cut-of-meat'],
    ['Bœuf séché halal', 'Halal gedroogd rundvlees', 'Halal-Trockenfleisch vom Rind', 'Halal dried beef'],
  ],
  [
    ['halal-chicken-sausages', '400 g', 349, 36, 2, 3, 'hot-dog', 'celery'],
    ['Saucisses de poulet halal', 'Halal kippenworsten', 'Halal-Hähnchenwürstchen', 'Halal chicken sausages'],
  ],
  [
    ['halal-meatballs', '400 g', 429, 28, 2, 3, 'shallow-pan-of-food', 'gluten', 'eggs'],
    ['Boulettes de bœuf halal', 'Halal rundsballetjes', 'Halal-Rindfleischbällchen', 'Halal beef meatballs'],
  ],
  [
    ['halal-corned-beef', '340 g', 459, 33, 2, 3, 'canned-food'],
    ['Corned-beef halal', 'Halal cornedbeef', 'Halal-Cornedbeef', 'Halal corned beef'],
  ],
  [
    ['halal-beef-ravioli', '400 g', 279, 24, 2, 4, 'canned-food', 'gluten', 'eggs', 'celery'],
    ['Raviolis au bœuf halal', 'Halal ravioli met rundvlees', 'Halal-Ravioli mit Rindfleisch', 'Halal beef ravioli'],
  ],
  [
    ['dates', '500 g', 349, 60, 2, 3, 'palm-tree'],
    ['Dattes', 'Dadels', 'Datteln', 'Dates'],
  ],
  [
    ['falafel', '200 g', 289, 31, 2, 4, 'falafel', 'sesame', 'gluten'],
    ['Falafels', 'Falafels', 'Falafel', 'Falafel'],
  ],
  [
    ['hummus', '200 g', 215, 42, 2, 4, 'bowl-with-spoon', 'sesame'],
    ['Houmous', 'Hummus', 'Hummus', 'Hummus'],
  ],
  [
    ['smoked-tofu', '200 g', 269, 13, 2, 3, 'leaf-fluttering-in-wind', 'soybeans'],
    ['Tofu fumé', 'Gerookte tofu', 'Räuchertofu', 'Smoked tofu'],
  ],
  [
    ['vegetarian-burgers', '2 × 90 g', 329, 22, 2, 4, 'hamburger', 'gluten', 'soybeans', 'eggs'],
    ['Burgers végétariens', 'Vegetarische burgers', 'Vegetarische Burger', 'Vegetarian burgers'],
  ],
  [
    ['vegetable-spread', '150 g', 225, 19, 2, 4, 'carrot', 'celery'],
    ['Tartinade de légumes', 'Groentespread', 'Gemüseaufstrich', 'Vegetable spread'],
  ],
  [
    ['lentil-curry', '400 g', 299, 26, 2, 4, 'curry-rice', 'mustard'],
    ['Curry de lentilles', 'Linzencurry', 'Linsencurry', 'Lentil curry'],
  ],
  [
    ['vegetable-couscous', '400 g', 339, 2, 2, 4, 'pot-of-food', 'gluten', 'celery'],
    ['Couscous aux légumes', 'Couscous met groenten', 'Couscous mit Gemüse', 'Vegetable couscous'],
  ],
]
