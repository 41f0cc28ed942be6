import type { ProductRow } from '../product-row.ts'

export const tins: readonly ProductRow[] = [
  [
    ['tuna-in-brine', '3 × 80 g', 359, 95, 3, 5, 'fish', 'fish'],
    ['Thon au naturel', 'Tonijn in water', 'Thunfisch im eigenen Saft', 'Tuna in brine'],
  ],
  [
    ['tuna-in-oil', '3 × 80 g', 379, 88, 3, 5, 'fish', 'fish'],
    ['Thon à l’huile', 'Tonijn in olie', 'Thunfisch in Öl', 'Tuna in oil'],
  ],
  [
    ['sardines-in-oil', '125 g', 145, 102, 4, 6, 'fish', 'fish'],
    ['Sardines à l’huile', 'Sardienen in olie', 'Sardinen in Öl', 'Sardines in oil'],
  ],
  [
    ['sardines-in-tomato', '125 g', 145, 83, 4, 6, 'fish', 'fish'],
    ['Sardines à la tomate', 'Sardienen in tomatensaus', 'Sardinen in Tomatensoße', 'Sardines in tomato sauce'],
  ],
  [
    ['mackerel-fillets', '125 g', 199, 57, 4, 6, 'fish', 'fish', 'mustard'],
    [
      'Filets de maquereau à la moutarde',
      'Makreelfilets in mosterdsaus',
      'Makrelenfilets in Senfsoße',
      'Mackerel in mustard sauce',
    ],
  ],
  [
    ['mussels-in-vinegar', '200 g', 279, 12, 2, 3, 'oyster', 'molluscs', 'sulphites'],
    ['Moules au vinaigre', 'Mosselen in azijn', 'Muscheln in Essig', 'Mussels in vinegar'],
  ],
  [
    ['baked-beans', '400 g', 119, 66, 3, 5, 'beans'],
    ['Haricots à la sauce tomate', 'Witte bonen in tomatensaus', 'Bohnen in Tomatensoße', 'Baked beans'],
  ],
  [
    ['kidney-beans', '400 g', 115, 59, 3, 5, 'beans'],
    ['Haricots rouges', 'Rode bonen', 'Kidneybohnen', 'Kidney beans'],
  ],
  [
    ['chickpeas', '400 g', 115, 74, 3, 5, 'beans'],
    ['Pois chiches', 'Kikkererwten', 'Kichererbsen', 'Chickpeas'],
  ],
  [
    ['lentils-tinned', '400 g', 129, 48, 3, 5, 'beans'],
    ['Lentilles', 'Linzen', 'Linsen', 'Lentils'],
  ],
  [
    ['peas-and-carrots', '400 g', 135, 50, 3, 5, 'pea-pod'],
    ['Petits pois et carottes', 'Erwten en wortelen', 'Erbsen und Möhren', 'Peas and carrots'],
  ],
  [
    ['sweetcorn', '3 × 140 g', 229, 79, 2, 4, 'ear-of-corn'],
    ['Maïs doux', 'Zoete maïs', 'Zuckermais', 'Sweetcorn'],
  ],
  [
    ['peeled-tomatoes', '400 g', 105, 91, 4, 6, 'tomato'],
    ['Tomates pelées', 'Gepelde tomaten', 'Geschälte Tomaten', 'Peeled tomatoes'],
  ],
  [
    ['button-mushrooms-tinned', '400 g', 149, 34, 3, 5, 'brown-mushroom'],
    ['Champignons émincés', 'Gesneden champignons', 'Champignons in Scheiben', 'Sliced mushrooms'],
  ],
  [
    ['green-olives', '350 g', 199, 61, 2, 4, 'olive'],
    ['Olives vertes', 'Groene olijven', 'Grüne Oliven', 'Green olives'],
  ],
  [
    ['gherkins', '370 g', 189, 47, 2, 3, 'cucumber', 'mustard'],
    ['Cornichons', 'Augurken', 'Gewürzgurken', 'Gherkins'],
  ],
  [
    ['tomato-soup', '400 g', 169, 42, 3, 5, 'steaming-bowl', 'celery', 'milk'],
    ['Soupe aux tomates', 'Tomatensoep', 'Tomatensuppe', 'Tomato soup'],
  ],
  [
    ['vegetable-soup', '400 g', 169, 39, 3, 5, 'steaming-bowl', 'celery'],
    ['Soupe aux légumes', 'Groentesoep', 'Gemüsesuppe', 'Vegetable soup'],
  ],
  [
    ['coconut-milk', '400 g', 189, 43, 2, 4, 'coconut'],
    ['Lait de coco', 'Kokosmelk', 'Kokosmilch', 'Coconut milk'],
  ],
  [
    ['pineapple-tinned', '560 g', 219, 30, 2, 4, 'pineapple'],
    ['Ananas en tranches', 'Ananasschijven', 'Ananasscheiben', 'Pineapple slices'],
  ],
  [
    ['peaches-tinned', '410 g', 189, 28, 2, 4, 'peach'],
    ['Pêches au sirop', 'Perziken op siroop', 'Pfirsiche in Sirup', 'Peaches in syrup'],
  ],
  [
    ['apple-compote', '4 × 100 g', 165, 56, 3, 5, 'green-apple'],
    ['Compote de pommes', 'Appelmoes', 'Apfelmus', 'Apple sauce'],
  ],
]
