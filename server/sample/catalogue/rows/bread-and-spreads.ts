import type { ProductRow } from '../product-row.ts'

export const breadAndSpreads: readonly ProductRow[] = [
  [
    ['white-bread', '800 g', 249, 60, 2, 4, 'bread', 'gluten'],
    ['Pain blanc tranché', 'Gesneden wit brood', 'Weißbrot, geschnitten', 'Sliced white bread'],
  ],
  [
    ['wholemeal-bread', '800 g', 269, 52, 2, 4, 'bread', 'gluten'],
    ['Pain complet tranché', 'Gesneden volkorenbrood', 'Vollkornbrot, geschnitten', 'Sliced wholemeal bread'],
  ],
  [
    ['soft-rolls', '8 × 45 g', 239, 40, 2, 4, 'bread', 'gluten', 'milk', 'eggs'],
    ['Sandwiches mous', 'Zachte sandwiches', 'Weiche Milchbrötchen', 'Soft rolls'],
  ],
  [
    ['raisin-bread', '400 g', 299, 24, 2, 3, 'bread', 'gluten', 'milk', 'eggs', 'sulphites'],
    ['Cramique', 'Rozijnenbrood', 'Rosinenbrot', 'Raisin bread'],
  ],
  [
    ['croissants', '6 × 40 g', 259, 36, 2, 3, 'croissant', 'gluten', 'milk', 'eggs'],
    ['Croissants', 'Croissants', 'Croissants', 'Croissants'],
  ],
  [
    ['wraps', '6 × 60 g', 189, 48, 3, 4, 'flatbread', 'gluten'],
    ['Galettes de blé', 'Tarwewraps', 'Weizenwraps', 'Wheat wraps'],
  ],
  [
    ['pitta-bread', '5 × 80 g', 159, 39, 3, 4, 'stuffed-flatbread', 'gluten'],
    ['Pains pita', 'Pitabroodjes', 'Pitabrote', 'Pitta bread'],
  ],
  [
    ['rusks', '300 g', 179, 45, 2, 4, 'bread', 'gluten', 'milk'],
    ['Biscottes', 'Beschuiten', 'Zwieback', 'Rusks'],
  ],
  [
    ['crispbread', '250 g', 199, 18, 2, 4, 'bread', 'gluten'],
    ['Pain croquant', 'Knäckebröd', 'Knäckebrot', 'Crispbread'],
  ],
  [
    ['cornflakes', '500 g', 259, 41, 2, 3, 'bowl-with-spoon', 'gluten'],
    ['Flocons de maïs', 'Cornflakes', 'Cornflakes', 'Cornflakes'],
  ],
  [
    ['chocolate-cereal', '500 g', 319, 33, 2, 3, 'bowl-with-spoon', 'gluten', 'milk'],
    ['Céréales au chocolat', 'Ontbijtgranen met chocolade', 'Schoko-Frühstücksflocken', 'Chocolate cereal'],
  ],
  [
    ['oat-flakes', '500 g', 139, 67, 2, 4, 'bowl-with-spoon', 'gluten'],
    ['Flocons d’avoine', 'Havermout', 'Haferflocken', 'Oat flakes'],
  ],
  [
    ['fruit-muesli', '750 g', 349, 28, 2, 3, 'bowl-with-spoon', 'gluten', 'nuts', 'sulphites'],
    ['Muesli aux fruits', 'Muesli met fruit', 'Früchtemüsli', 'Fruit muesli'],
  ],
  [
    ['hazelnut-spread', '400 g', 329, 86, 2, 3, 'jar', 'milk', 'nuts', 'soybeans'],
    ['Choco aux noisettes', 'Hazelnootchoco', 'Nuss-Nougat-Creme', 'Hazelnut chocolate spread'],
  ],
  [
    ['speculoos-spread', '400 g', 319, 73, 2, 3, 'jar', 'gluten', 'soybeans'],
    ['Pâte de spéculoos', 'Speculoospasta', 'Spekulatiuscreme', 'Speculoos spread'],
  ],
  [
    ['peanut-butter', '350 g', 289, 50, 2, 3, 'peanuts', 'peanuts'],
    ['Beurre de cacahuètes', 'Pindakaas', 'Erdnussbutter', 'Peanut butter'],
  ],
  [
    ['strawberry-jam', '450 g', 235, 64, 2, 3, 'strawberry'],
    ['Confiture de fraises', 'Aardbeienconfituur', 'Erdbeerkonfitüre', 'Strawberry jam'],
  ],
  [
    ['apricot-jam', '450 g', 235, 46, 2, 3, 'peach'],
    ['Confiture d’abricots', 'Abrikozenconfituur', 'Aprikosenkonfitüre', 'Apricot jam'],
  ],
  [
    ['apple-pear-syrup', '450 g', 265, 22, 2, 3, 'pear'],
    ['Sirop de pommes et poires', 'Appel-perenstroop', 'Apfel-Birnen-Kraut', 'Apple and pear spread'],
  ],
  [
    ['honey', '500 g', 449, 31, 2, 2, 'honey-pot'],
    ['Miel', 'Honing', 'Honig', 'Honey'],
  ],
]
