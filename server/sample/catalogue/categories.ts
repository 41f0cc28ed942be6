import { type Category, categorySchema } from '#shared/contracts/catalogue.ts'
import type { PictureName } from '#shared/canteen/pictures.ts'
import { type InFourLanguages, inFourLanguages } from '../in-four-languages.ts'

type CategoryRow = readonly [id: string, picture: PictureName, names: InFourLanguages]

const rows = [
  ['coffee-and-tea', 'hot-beverage', ['Café et thé', 'Koffie en thee', 'Kaffee und Tee', 'Coffee and tea']],
  ['drinks', 'cup-with-straw', ['Boissons', 'Dranken', 'Getränke', 'Drinks']],
  [
    'biscuits-and-chocolate',
    'cookie',
    ['Biscuits et chocolat', 'Koekjes en chocolade', 'Kekse und Schokolade', 'Biscuits and chocolate'],
  ],
  ['crisps-and-nuts', 'popcorn', ['Chips et noix', 'Chips en noten', 'Chips und Nüsse', 'Crisps and nuts']],
  ['bread-and-spreads', 'bread', ['Pain et tartinables', 'Brood en beleg', 'Brot und Aufstriche', 'Bread and spreads']],
  [
    'fruit-and-vegetables',
    'red-apple',
    ['Fruits et légumes', 'Groenten en fruit', 'Obst und Gemüse', 'Fruit and vegetables'],
  ],
  [
    'dairy-and-eggs',
    'glass-of-milk',
    ['Produits laitiers et œufs', 'Zuivel en eieren', 'Milchprodukte und Eier', 'Dairy and eggs'],
  ],
  [
    'halal-and-vegetarian',
    'falafel',
    ['Halal et végétarien', 'Halal en vegetarisch', 'Halal und vegetarisch', 'Halal and vegetarian'],
  ],
  [
    'pasta-rice-and-noodles',
    'spaghetti',
    ['Pâtes, riz et nouilles', 'Pasta, rijst en noedels', 'Pasta, Reis und Nudeln', 'Pasta, rice and noodles'],
  ],
  ['tins', 'canned-food', ['Conserves', 'Conserven', 'Konserven', 'Tinned food']],
  ['spices-and-sauces', 'salt', ['Épices et sauces', 'Kruiden en sauzen', 'Gewürze und Soßen', 'Spices and sauces']],
  ['hygiene', 'soap', ['Hygiène et soins', 'Hygiëne en verzorging', 'Hygiene und Pflege', 'Hygiene and care']],
  ['cleaning', 'broom', ['Nettoyage', 'Schoonmaak', 'Putzmittel', 'Cleaning']],
  ['for-the-cell', 'light-bulb', ['Pour la cellule', 'Voor de cel', 'Für die Zelle', 'For the cell']],
  [
    'writing-and-stamps',
    'pencil',
    ['Papier et timbres', 'Papier en postzegels', 'Papier und Briefmarken', 'Writing and stamps'],
  ],
  ['tobacco', 'cigarette', ['Tabac', 'Tabak', 'Tabak', 'Tobacco']],
  [
    'newspapers-and-magazines',
    'newspaper',
    ['Journaux et magazines', 'Kranten en tijdschriften', 'Zeitungen und Zeitschriften', 'Newspapers and magazines'],
  ],
  ['phone-credit', 'telephone', ['Crédit téléphonique', 'Belkrediet', 'Telefonguthaben', 'Phone credit']],
] as const satisfies readonly CategoryRow[]

export type SampleCategoryId = (typeof rows)[number][0]

/** In the order the shelves are shown in. */
export function createCategories(): readonly Category[] {
  return rows.map(([id, picture, names], position) =>
    categorySchema.parse({ id, names: inFourLanguages(names), picture, position }),
  )
}
