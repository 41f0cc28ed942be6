import type { ProductRow } from '../product-row.ts'

export const crispsAndNuts: readonly ProductRow[] = [
  [
    ['crisps-salted', '200 g', 189, 92, 4, 6, 'potato'],
    ['Chips au sel', 'Chips met zout', 'Chips, gesalzen', 'Salted crisps'],
  ],
  [
    ['crisps-paprika', '200 g', 195, 88, 4, 6, 'bell-pepper', 'milk'],
    ['Chips au paprika', 'Paprikachips', 'Paprikachips', 'Paprika crisps'],
  ],
  [
    ['crisps-pickles', '200 g', 199, 53, 4, 6, 'cucumber', 'mustard'],
    ['Chips aux pickles', 'Chips met picklessmaak', 'Chips mit Picklesgeschmack', 'Pickle crisps'],
  ],
  [
    ['tortilla-chips', '300 g', 219, 45, 3, 5, 'taco'],
    ['Chips de maïs', 'Maïschips', 'Maischips', 'Tortilla chips'],
  ],
  [
    ['prawn-crackers', '80 g', 159, 21, 3, 5, 'shrimp', 'crustaceans', 'fish'],
    ['Chips de crevettes', 'Kroepoek', 'Krabbenchips', 'Prawn crackers'],
  ],
  [
    ['salted-pretzels', '250 g', 149, 49, 3, 5, 'pretzel', 'gluten'],
    ['Bretzels salés', 'Zoute krakelingen', 'Salzbrezeln', 'Salted pretzels'],
  ],
  [
    ['cheese-crackers', '150 g', 169, 38, 3, 5, 'cheese-wedge', 'gluten', 'milk', 'eggs'],
    ['Biscuits apéritif au fromage', 'Kaaskoekjes', 'Käsegebäck', 'Cheese crackers'],
  ],
  [
    ['popcorn-salted', '200 g', 175, 35, 3, 5, 'popcorn'],
    ['Popcorn salé', 'Gezouten popcorn', 'Popcorn, gesalzen', 'Salted popcorn'],
  ],
  [
    ['salted-peanuts', '500 g', 289, 76, 2, 4, 'peanuts', 'peanuts'],
    ['Cacahuètes salées', 'Gezouten pinda’s', 'Erdnüsse, gesalzen', 'Salted peanuts'],
  ],
  [
    ['coated-peanuts', '250 g', 199, 56, 3, 5, 'peanuts', 'peanuts', 'gluten', 'soybeans'],
    ['Cacahuètes enrobées', 'Krokante pinda’s', 'Erdnüsse im Teigmantel', 'Coated peanuts'],
  ],
  [
    ['mixed-nuts', '250 g', 429, 30, 2, 4, 'chestnut', 'nuts', 'peanuts'],
    ['Mélange de noix', 'Notenmengeling', 'Nussmischung', 'Mixed nuts'],
  ],
  [
    ['almonds', '200 g', 389, 0, 2, 4, 'chestnut', 'nuts'],
    ['Amandes', 'Amandelen', 'Mandeln', 'Almonds'],
  ],
  [
    ['sunflower-seeds', '250 g', 165, 63, 3, 5, 'sunflower'],
    [
      'Graines de tournesol grillées',
      'Geroosterde zonnebloempitten',
      'Geröstete Sonnenblumenkerne',
      'Roasted sunflower seeds',
    ],
  ],
  [
    ['sesame-sticks', '200 g', 179, 23, 3, 5, 'sheaf-of-rice', 'gluten', 'sesame'],
    ['Sticks au sésame', 'Sesamsticks', 'Sesamstangen', 'Sesame sticks'],
  ],
  [
    ['raisins', '500 g', 259, 42, 2, 3, 'grapes', 'sulphites'],
    ['Raisins secs', 'Rozijnen', 'Rosinen', 'Raisins'],
  ],
  [
    ['dried-apricots', '250 g', 299, 17, 2, 3, 'peach', 'sulphites'],
    ['Abricots secs', 'Gedroogde abrikozen', 'Getrocknete Aprikosen', 'Dried apricots'],
  ],
]
