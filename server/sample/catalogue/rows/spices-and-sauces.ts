import type { ProductRow } from '../product-row.ts'

export const spicesAndSauces: readonly ProductRow[] = [
  [
    ['salt', '500 g', 79, 85, 1, 2, 'salt'],
    ['Sel fin', 'Fijn zout', 'Feines Salz', 'Table salt'],
  ],
  [
    ['black-pepper', '50 g', 189, 63, 1, 2, 'salt'],
    ['Poivre noir moulu', 'Gemalen zwarte peper', 'Schwarzer Pfeffer, gemahlen', 'Ground black pepper'],
  ],
  [
    ['sweet-paprika', '50 g', 169, 52, 1, 2, 'bell-pepper'],
    ['Paprika doux', 'Paprikapoeder, zoet', 'Paprika edelsüß', 'Sweet paprika'],
  ],
  [
    ['curry-powder', '50 g', 169, 49, 1, 2, 'curry-rice', 'mustard'],
    ['Curry en poudre', 'Kerriepoeder', 'Currypulver', 'Curry powder'],
  ],
  [
    ['cumin', '50 g', 179, 41, 1, 2, 'herb'],
    ['Cumin moulu', 'Gemalen komijn', 'Kreuzkümmel, gemahlen', 'Ground cumin'],
  ],
  [
    ['cinnamon', '50 g', 179, 32, 1, 2, 'herb'],
    ['Cannelle moulue', 'Gemalen kaneel', 'Zimt, gemahlen', 'Ground cinnamon'],
  ],
  [
    ['ras-el-hanout', '50 g', 199, 38, 1, 2, 'herb'],
    ['Ras el hanout', 'Ras el hanout', 'Ras el-Hanout', 'Ras el hanout'],
  ],
  [
    ['provence-herbs', '25 g', 159, 36, 1, 2, 'herb'],
    ['Herbes de Provence', 'Provençaalse kruiden', 'Kräuter der Provence', 'Herbes de Provence'],
  ],
  [
    ['garlic-powder', '50 g', 175, 29, 1, 2, 'garlic'],
    ['Ail en poudre', 'Lookpoeder', 'Knoblauchpulver', 'Garlic powder'],
  ],
  [
    ['stock-cubes-vegetable', '12 × 10 g', 159, 67, 2, 3, 'pot-of-food', 'celery'],
    ['Bouillon de légumes en cubes', 'Groentebouillonblokjes', 'Gemüsebrühwürfel', 'Vegetable stock cubes'],
  ],
  [
    ['stock-cubes-chicken-halal', '12 × 10 g', 169, 58, 2, 3, 'pot-of-food', 'celery'],
    [
      'Bouillon de poulet halal en cubes',
      'Halal kippenbouillonblokjes',
      'Halal-Hühnerbrühwürfel',
      'Halal chicken stock cubes',
    ],
  ],
  [
    ['sunflower-oil', '100 cl', 329, 70, 1, 2, 'sunflower'],
    ['Huile de tournesol', 'Zonnebloemolie', 'Sonnenblumenöl', 'Sunflower oil'],
  ],
  [
    ['olive-oil', '50 cl', 649, 35, 1, 2, 'olive'],
    ['Huile d’olive', 'Olijfolie', 'Olivenöl', 'Olive oil'],
  ],
  [
    ['vinegar', '75 cl', 139, 40, 1, 2, 'jar', 'sulphites'],
    ['Vinaigre', 'Azijn', 'Essig', 'Vinegar'],
  ],
  [
    ['mayonnaise', '500 g', 289, 93, 2, 3, 'jar', 'eggs', 'mustard'],
    ['Mayonnaise', 'Mayonaise', 'Mayonnaise', 'Mayonnaise'],
  ],
  [
    ['ketchup', '500 g', 219, 87, 2, 3, 'tomato', 'celery'],
    ['Ketchup', 'Ketchup', 'Ketchup', 'Ketchup'],
  ],
  [
    ['mustard', '300 g', 139, 55, 2, 3, 'jar', 'mustard'],
    ['Moutarde', 'Mosterd', 'Senf', 'Mustard'],
  ],
  [
    ['andalouse-sauce', '500 g', 299, 69, 2, 3, 'bell-pepper', 'eggs', 'mustard'],
    ['Sauce andalouse', 'Andalousesaus', 'Andalouse-Soße', 'Andalouse sauce'],
  ],
  [
    ['samurai-sauce', '500 g', 299, 64, 2, 3, 'hot-pepper', 'eggs', 'mustard'],
    ['Sauce samouraï', 'Samoeraisaus', 'Samurai-Soße', 'Samurai sauce'],
  ],
  [
    ['garlic-sauce', '300 g', 239, 51, 2, 3, 'garlic', 'eggs', 'milk'],
    ['Sauce à l’ail', 'Looksaus', 'Knoblauchsoße', 'Garlic sauce'],
  ],
  [
    ['harissa', '140 g', 149, 72, 2, 3, 'hot-pepper'],
    ['Harissa', 'Harissa', 'Harissa', 'Harissa'],
  ],
  [
    ['sambal', '200 g', 189, 3, 2, 3, 'hot-pepper'],
    ['Sambal', 'Sambal', 'Sambal', 'Sambal'],
  ],
  [
    ['soy-sauce', '15 cl', 189, 46, 2, 3, 'sushi', 'soybeans', 'gluten'],
    ['Sauce soja', 'Sojasaus', 'Sojasoße', 'Soy sauce'],
  ],
  [
    ['tomato-paste', '2 × 70 g', 99, 77, 3, 4, 'tomato'],
    ['Concentré de tomates', 'Tomatenpuree', 'Tomatenmark', 'Tomato paste'],
  ],
  [
    ['bolognese-sauce', '400 g', 249, 44, 2, 4, 'spaghetti', 'celery'],
    ['Sauce bolognaise', 'Bolognesesaus', 'Bolognese-Soße', 'Bolognese sauce'],
  ],
]
