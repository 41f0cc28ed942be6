import type { Product } from '#shared/contracts/catalogue.ts'
import type { SampleCategoryId } from './categories.ts'
import { type ProductRow, toProduct } from './product-row.ts'
import { biscuitsAndChocolate } from './rows/biscuits-and-chocolate.ts'
import { breadAndSpreads } from './rows/bread-and-spreads.ts'
import { cleaning } from './rows/cleaning.ts'
import { coffeeAndTea } from './rows/coffee-and-tea.ts'
import { crispsAndNuts } from './rows/crisps-and-nuts.ts'
import { dairyAndEggs } from './rows/dairy-and-eggs.ts'
import { drinks } from './rows/drinks.ts'
import { forTheCell } from './rows/for-the-cell.ts'
import { fruitAndVegetables } from './rows/fruit-and-vegetables.ts'
import { halalAndVegetarian } from './rows/halal-and-vegetarian.ts'
import { hygiene } from './rows/hygiene.ts'
import { newspapersAndMagazines } from './rows/newspapers-and-magazines.ts'
import { pastaRiceAndNoodles } from './rows/pasta-rice-and-noodles.ts'
import { phoneCredit } from './rows/phone-credit.ts'
import { spicesAndSauces } from './rows/spices-and-sauces.ts'
import { tins } from './rows/tins.ts'
import { tobacco } from './rows/tobacco.ts'
import { writingAndStamps } from './rows/writing-and-stamps.ts'

const shelves: Readonly<Record<SampleCategoryId, readonly ProductRow[]>> = {
  'coffee-and-tea': coffeeAndTea,
  drinks,
  'biscuits-and-chocolate': biscuitsAndChocolate,
  'crisps-and-nuts': crispsAndNuts,
  'bread-and-spreads': breadAndSpreads,
  'fruit-and-vegetables': fruitAndVegetables,
  'dairy-and-eggs': dairyAndEggs,
  'halal-and-vegetarian': halalAndVegetarian,
  'pasta-rice-and-noodles': pastaRiceAndNoodles,
  tins,
  'spices-and-sauces': spicesAndSauces,
  hygiene,
  cleaning,
  'for-the-cell': forTheCell,
  'writing-and-stamps': writingAndStamps,
  tobacco,
  'newspapers-and-magazines': newspapersAndMagazines,
  'phone-credit': phoneCredit,
}

/** Everything the canteen sells, shelf by shelf. */
export function createProducts(): readonly Product[] {
  return Object.entries(shelves).flatMap(([categoryId, rows]) => rows.map(row => toProduct(categoryId, row)))
}
