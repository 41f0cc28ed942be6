import type { ProductRow } from '../product-row.ts'

export const pastaRiceAndNoodles: readonly ProductRow[] = [
  [
    ['spaghetti', '500 g', 115, 98, 3, 5, 'spaghetti', 'gluten'],
    ['Spaghettis', 'Spaghetti', 'Spaghetti', 'Spaghetti'],
  ],
  [
    ['macaroni', '500 g', 115, 84, 3, 5, 'spaghetti', 'gluten'],
    ['Macaronis', 'Macaroni', 'Makkaroni', 'Macaroni'],
  ],
  [
    ['penne', '500 g', 119, 76, 3, 5, 'spaghetti', 'gluten'],
    ['Penne', 'Penne', 'Penne', 'Penne'],
  ],
  [
    ['vermicelli', '250 g', 89, 35, 3, 5, 'spaghetti', 'gluten'],
    ['Vermicelles', 'Vermicelli', 'Fadennudeln', 'Vermicelli'],
  ],
  [
    ['gluten-free-pasta', '400 g', 249, 11, 2, 4, 'spaghetti'],
    ['Pâtes sans gluten', 'Glutenvrije pasta', 'Glutenfreie Nudeln', 'Gluten-free pasta'],
  ],
  [
    ['noodles-chicken', '85 g', 65, 180, 10, 20, 'steaming-bowl', 'gluten', 'soybeans', 'celery'],
    ['Nouilles au goût de poulet', 'Noedels met kipsmaak', 'Instantnudeln Huhn', 'Chicken flavour noodles'],
  ],
  [
    ['noodles-vegetable', '85 g', 65, 160, 10, 20, 'steaming-bowl', 'gluten', 'soybeans', 'celery'],
    ['Nouilles aux légumes', 'Noedels met groenten', 'Instantnudeln Gemüse', 'Vegetable noodles'],
  ],
  [
    ['noodles-beef-halal', '85 g', 75, 120, 10, 20, 'steaming-bowl', 'gluten', 'soybeans'],
    ['Nouilles au bœuf halal', 'Halal noedels met rundvlees', 'Halal-Instantnudeln Rind', 'Halal beef noodles'],
  ],
  [
    ['noodles-prawn', '85 g', 75, 44, 10, 20, 'shrimp', 'gluten', 'soybeans', 'crustaceans'],
    ['Nouilles aux crevettes', 'Noedels met garnalen', 'Instantnudeln Garnele', 'Prawn noodles'],
  ],
  [
    ['cup-noodles', '65 g', 145, 90, 6, 12, 'takeout-box', 'gluten', 'soybeans'],
    ['Nouilles en gobelet', 'Noedels in een beker', 'Nudelbecher', 'Cup noodles'],
  ],
  [
    ['rice-noodles', '250 g', 179, 29, 2, 4, 'chopsticks'],
    ['Nouilles de riz', 'Rijstnoedels', 'Reisnudeln', 'Rice noodles'],
  ],
  [
    ['long-grain-rice', '1 kg', 199, 72, 2, 3, 'cooked-rice'],
    ['Riz long grain', 'Langkorrelrijst', 'Langkornreis', 'Long-grain rice'],
  ],
  [
    ['basmati-rice', '1 kg', 299, 65, 2, 3, 'cooked-rice'],
    ['Riz basmati', 'Basmatirijst', 'Basmatireis', 'Basmati rice'],
  ],
  [
    ['microwave-rice', '250 g', 169, 54, 4, 8, 'cooked-rice'],
    ['Riz précuit', 'Voorgekookte rijst', 'Vorgekochter Reis', 'Ready-cooked rice'],
  ],
  [
    ['couscous', '500 g', 165, 58, 2, 4, 'pot-of-food', 'gluten'],
    ['Couscous', 'Couscous', 'Couscous', 'Couscous'],
  ],
  [
    ['bulgur', '500 g', 189, 32, 2, 4, 'sheaf-of-rice', 'gluten'],
    ['Boulgour', 'Bulgur', 'Bulgur', 'Bulgur'],
  ],
  [
    ['cornmeal', '500 g', 175, 27, 2, 4, 'ear-of-corn'],
    ['Semoule de maïs', 'Maïsgriesmeel', 'Maisgrieß', 'Cornmeal'],
  ],
  [
    ['cassava-flour', '1 kg', 349, 18, 2, 3, 'bowl-with-spoon'],
    ['Farine de manioc', 'Maniokmeel', 'Maniokmehl', 'Cassava flour'],
  ],
  [
    ['mashed-potato-flakes', '4 × 125 g', 219, 40, 2, 3, 'potato', 'milk', 'sulphites'],
    ['Purée en flocons', 'Puree in vlokken', 'Kartoffelpüree, Flocken', 'Instant mashed potato'],
  ],
  [
    ['red-lentils', '500 g', 209, 37, 2, 4, 'beans'],
    ['Lentilles corail', 'Rode linzen', 'Rote Linsen', 'Red lentils'],
  ],
]
