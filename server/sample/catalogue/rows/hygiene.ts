import type { ProductRow } from '../product-row.ts'

export const hygiene: readonly ProductRow[] = [
  [
    ['soap-bar', '2 × 100 g', 139, 96, 2, 4, 'soap'],
    ['Savon', 'Zeep', 'Seife', 'Soap'],
  ],
  [
    ['olive-soap', '200 g', 249, 41, 2, 3, 'soap'],
    ['Savon à l’huile d’olive', 'Zeep met olijfolie', 'Olivenölseife', 'Olive oil soap'],
  ],
  [
    ['shower-gel', '250 ml', 189, 110, 2, 3, 'lotion-bottle'],
    ['Gel douche', 'Douchegel', 'Duschgel', 'Shower gel'],
  ],
  [
    ['shampoo', '250 ml', 219, 98, 2, 3, 'lotion-bottle'],
    ['Shampooing', 'Shampoo', 'Shampoo', 'Shampoo'],
  ],
  [
    ['anti-dandruff-shampoo', '250 ml', 299, 45, 2, 3, 'lotion-bottle'],
    ['Shampooing antipelliculaire', 'Antiroosshampoo', 'Anti-Schuppen-Shampoo', 'Anti-dandruff shampoo'],
  ],
  [
    ['conditioner', '250 ml', 249, 37, 2, 3, 'lotion-bottle'],
    ['Après-shampooing', 'Conditioner', 'Haarspülung', 'Hair conditioner'],
  ],
  [
    ['afro-hair-cream', '250 ml', 495, 21, 1, 2, 'hair-pick', 'nuts'],
    ['Crème pour cheveux crépus', 'Crème voor kroeshaar', 'Creme für krauses Haar', 'Cream for coily hair'],
  ],
  [
    ['hair-gel', '200 ml', 229, 48, 1, 2, 'hair-pick'],
    ['Gel coiffant', 'Haargel', 'Haargel', 'Hair gel'],
  ],
  [
    ['comb', '1 ×', 99, 53, 1, 1, 'hair-pick'],
    ['Peigne', 'Kam', 'Kamm', 'Comb'],
  ],
  [
    ['toothpaste', '75 ml', 169, 105, 2, 3, 'toothbrush'],
    ['Dentifrice', 'Tandpasta', 'Zahnpasta', 'Toothpaste'],
  ],
  [
    ['toothbrush', '1 ×', 149, 88, 2, 2, 'toothbrush'],
    ['Brosse à dents', 'Tandenborstel', 'Zahnbürste', 'Toothbrush'],
  ],
  [
    ['mouthwash', '500 ml', 299, 30, 1, 2, 'tooth'],
    ['Bain de bouche sans alcool', 'Mondwater zonder alcohol', 'Mundwasser ohne Alkohol', 'Alcohol-free mouthwash'],
  ],
  [
    ['denture-tablets', '30 ×', 279, 14, 1, 2, 'tooth'],
    ['Comprimés pour prothèse dentaire', 'Tabletten voor kunstgebit', 'Gebissreiniger-Tabletten', 'Denture tablets'],
  ],
  [
    ['deodorant-stick', '50 ml', 249, 74, 2, 3, 'lotion-bottle'],
    ['Déodorant en stick', 'Deodorantstick', 'Deostift', 'Deodorant stick'],
  ],
  [
    ['deodorant-roll-on', '50 ml', 229, 66, 2, 3, 'lotion-bottle'],
    ['Déodorant à bille', 'Deodorantroller', 'Deoroller', 'Roll-on deodorant'],
  ],
  [
    ['disposable-razors', '10 ×', 299, 82, 1, 2, 'razor'],
    ['Rasoirs jetables', 'Wegwerpscheermesjes', 'Einwegrasierer', 'Disposable razors'],
  ],
  [
    ['shaving-gel', '75 ml', 289, 59, 1, 2, 'razor'],
    ['Gel à raser', 'Scheergel', 'Rasiergel', 'Shaving gel'],
  ],
  [
    ['aftershave-balm', '100 ml', 329, 34, 1, 2, 'razor'],
    ['Baume après-rasage', 'Aftershavebalsem', 'After-Shave-Balsam', 'Aftershave balm'],
  ],
  [
    ['body-lotion', '400 ml', 329, 43, 1, 2, 'lotion-bottle', 'nuts'],
    ['Lait pour le corps', 'Bodylotion', 'Körperlotion', 'Body lotion'],
  ],
  [
    ['hand-cream', '75 ml', 199, 50, 1, 2, 'palms-up-together'],
    ['Crème pour les mains', 'Handcrème', 'Handcreme', 'Hand cream'],
  ],
  [
    ['lip-balm', '5 g', 179, 39, 1, 2, 'mouth'],
    ['Baume à lèvres', 'Lippenbalsem', 'Lippenbalsam', 'Lip balm'],
  ],
  [
    ['toilet-paper', '8 ×', 349, 125, 2, 3, 'roll-of-paper'],
    ['Papier toilette', 'Toiletpapier', 'Toilettenpapier', 'Toilet paper'],
  ],
  [
    ['paper-tissues', '15 × 10', 199, 80, 2, 3, 'sneezing-face'],
    ['Mouchoirs en papier', 'Papieren zakdoeken', 'Papiertaschentücher', 'Paper tissues'],
  ],
  [
    ['cotton-buds', '160 ×', 119, 55, 1, 2, 'ear'],
    ['Bâtonnets ouatés', 'Wattenstaafjes', 'Wattestäbchen', 'Cotton buds'],
  ],
  [
    ['wet-wipes', '72 ×', 199, 46, 2, 3, 'droplet'],
    ['Lingettes humides', 'Vochtige doekjes', 'Feuchttücher', 'Wet wipes'],
  ],
  [
    ['sanitary-towels', '16 ×', 219, 60, 3, 5, 'drop-of-blood'],
    ['Serviettes hygiéniques', 'Maandverband', 'Damenbinden', 'Sanitary towels'],
  ],
  [
    ['tampons', '20 ×', 269, 52, 3, 5, 'drop-of-blood'],
    ['Tampons', 'Tampons', 'Tampons', 'Tampons'],
  ],
  [
    ['nail-clippers', '1 ×', 229, 26, 1, 1, 'nail-polish'],
    ['Coupe-ongles', 'Nagelknipper', 'Nagelknipser', 'Nail clippers'],
  ],
  [
    ['washcloths', '2 ×', 299, 31, 1, 2, 'bathtub'],
    ['Gants de toilette', 'Washandjes', 'Waschhandschuhe', 'Washcloth mitts'],
  ],
  [
    ['bath-towel', '1 ×', 799, 0, 1, 2, 'shower'],
    ['Essuie de bain', 'Badhanddoek', 'Badetuch', 'Bath towel'],
  ],
]
