import type { ProductRow } from '../product-row.ts'

/** Credit is never out of stock; the large number stands for that. */
const unlimited = 9999

export const phoneCredit: readonly ProductRow[] = [
  [
    ['phone-credit-5', '5 €', 500, unlimited, 2, 4, 'telephone-receiver'],
    ['Crédit téléphonique', 'Belkrediet', 'Telefonguthaben', 'Phone credit'],
  ],
  [
    ['phone-credit-10', '10 €', 1000, unlimited, 2, 4, 'telephone-receiver'],
    ['Crédit téléphonique', 'Belkrediet', 'Telefonguthaben', 'Phone credit'],
  ],
  [
    ['phone-credit-15', '15 €', 1500, unlimited, 2, 3, 'telephone-receiver'],
    ['Crédit téléphonique', 'Belkrediet', 'Telefonguthaben', 'Phone credit'],
  ],
  [
    ['phone-credit-20', '20 €', 2000, unlimited, 1, 2, 'telephone-receiver'],
    ['Crédit téléphonique', 'Belkrediet', 'Telefonguthaben', 'Phone credit'],
  ],
  [
    ['phone-credit-30', '30 €', 3000, unlimited, 1, 1, 'telephone-receiver'],
    ['Crédit téléphonique', 'Belkrediet', 'Telefonguthaben', 'Phone credit'],
  ],
  [
    ['phone-credit-50', '50 €', 5000, unlimited, 1, 1, 'telephone-receiver'],
    ['Crédit téléphonique', 'Belkrediet', 'Telefonguthaben', 'Phone credit'],
  ],
]
