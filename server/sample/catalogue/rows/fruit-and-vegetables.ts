import type { ProductRow } from '../product-row.ts'

export const fruitAndVegetables: readonly ProductRow[] = [
  [
    ['apples', '1 kg', 229, 55, 2, 4, 'red-apple'],
    ['Pommes', 'Appelen', 'Äpfel', 'Apples'],
  ],
  [
    ['pears', '1 kg', 249, 40, 2, 4, 'pear'],
    ['Poires', 'Peren', 'Birnen', 'Pears'],
  ],
  [
    ['bananas', '1 kg', 185, 70, 2, 4, 'banana'],
    ['Bananes', 'Bananen', 'Bananen', 'Bananas'],
  ],
  [
    ['oranges', '1 kg', 239, 62, 2, 4, 'tangerine'],
    ['Oranges', 'Appelsienen', 'Orangen', 'Oranges'],
  ],
  [
    ['mandarins', '1 kg', 279, 47, 2, 4, 'tangerine'],
    ['Mandarines', 'Mandarijnen', 'Mandarinen', 'Mandarins'],
  ],
  [
    ['lemons', '4 ×', 179, 51, 2, 4, 'lemon'],
    ['Citrons', 'Citroenen', 'Zitronen', 'Lemons'],
  ],
  [
    ['kiwis', '6 ×', 219, 26, 2, 4, 'kiwi-fruit'],
    ['Kiwis', 'Kiwi’s', 'Kiwis', 'Kiwis'],
  ],
  [
    ['white-grapes', '500 g', 299, 19, 2, 3, 'grapes'],
    ['Raisins blancs', 'Witte druiven', 'Weiße Trauben', 'White grapes'],
  ],
  [
    ['pineapple', '1 ×', 289, 7, 1, 2, 'pineapple'],
    ['Ananas', 'Ananas', 'Ananas', 'Pineapple'],
  ],
  [
    ['melon', '1 ×', 299, 0, 1, 2, 'melon'],
    ['Melon', 'Meloen', 'Melone', 'Melon'],
  ],
  [
    ['avocados', '2 ×', 239, 23, 2, 3, 'avocado'],
    ['Avocats', 'Avocado’s', 'Avocados', 'Avocados'],
  ],
  [
    ['tomatoes', '500 g', 199, 58, 3, 5, 'tomato'],
    ['Tomates', 'Tomaten', 'Tomaten', 'Tomatoes'],
  ],
  [
    ['cucumber', '1 ×', 119, 44, 2, 4, 'cucumber'],
    ['Concombre', 'Komkommer', 'Salatgurke', 'Cucumber'],
  ],
  [
    ['bell-peppers', '3 ×', 259, 37, 2, 3, 'bell-pepper'],
    ['Poivrons', 'Paprika’s', 'Paprikaschoten', 'Bell peppers'],
  ],
  [
    ['chilli-peppers', '100 g', 129, 29, 2, 3, 'hot-pepper'],
    ['Piments frais', 'Verse chilipepers', 'Frische Chilischoten', 'Fresh chillies'],
  ],
  [
    ['onions', '1 kg', 139, 80, 2, 3, 'onion'],
    ['Oignons', 'Ajuinen', 'Zwiebeln', 'Onions'],
  ],
  [
    ['garlic', '3 ×', 149, 75, 2, 3, 'garlic'],
    ['Ail', 'Look', 'Knoblauch', 'Garlic'],
  ],
  [
    ['carrots', '1 kg', 139, 49, 2, 3, 'carrot'],
    ['Carottes', 'Wortelen', 'Möhren', 'Carrots'],
  ],
  [
    ['potatoes', '2 kg', 289, 38, 1, 2, 'potato'],
    ['Pommes de terre', 'Aardappelen', 'Kartoffeln', 'Potatoes'],
  ],
  [
    ['mushrooms', '250 g', 189, 27, 2, 3, 'brown-mushroom'],
    ['Champignons', 'Champignons', 'Champignons', 'Mushrooms'],
  ],
  [
    ['lettuce', '1 ×', 145, 5, 2, 3, 'leafy-green'],
    ['Laitue', 'Kropsla', 'Kopfsalat', 'Lettuce'],
  ],
  [
    ['fresh-mint', '1 ×', 129, 33, 2, 4, 'herb'],
    ['Menthe fraîche', 'Verse munt', 'Frische Minze', 'Fresh mint'],
  ],
  [
    ['fresh-coriander', '1 ×', 129, 20, 2, 3, 'herb'],
    ['Coriandre fraîche', 'Verse koriander', 'Frischer Koriander', 'Fresh coriander'],
  ],
  [
    ['fresh-ginger', '150 g', 119, 16, 2, 3, 'ginger-root'],
    ['Gingembre frais', 'Verse gember', 'Frischer Ingwer', 'Fresh ginger'],
  ],
]
