import type { ProductRow } from '../product-row.ts'

export const cleaning: readonly ProductRow[] = [
  [
    ['washing-up-liquid', '500 ml', 159, 78, 1, 2, 'sponge'],
    ['Produit vaisselle', 'Afwasmiddel', 'Spülmittel', 'Washing-up liquid'],
  ],
  [
    ['sponges', '5 ×', 149, 72, 1, 2, 'sponge'],
    ['Éponges', 'Sponsen', 'Schwämme', 'Sponges'],
  ],
  [
    ['all-purpose-cleaner', '1 l', 199, 51, 1, 2, 'bucket'],
    ['Nettoyant tout usage', 'Allesreiniger', 'Allzweckreiniger', 'All-purpose cleaner'],
  ],
  [
    ['toilet-cleaner', '750 ml', 219, 47, 1, 2, 'toilet'],
    ['Nettoyant WC', 'Wc-reiniger', 'WC-Reiniger', 'Toilet cleaner'],
  ],
  [
    ['floor-cloths', '2 ×', 189, 40, 1, 2, 'bucket'],
    ['Torchons', 'Dweilen', 'Bodentücher', 'Floor cloths'],
  ],
  [
    ['dish-towels', '2 ×', 399, 29, 1, 2, 'fork-and-knife-with-plate'],
    ['Essuies de vaisselle', 'Keukenhanddoeken', 'Geschirrtücher', 'Tea towels'],
  ],
  [
    ['kitchen-roll', '4 ×', 269, 56, 1, 3, 'roll-of-paper'],
    ['Essuie-tout', 'Keukenpapier', 'Küchenrolle', 'Kitchen roll'],
  ],
  [
    ['bin-bags', '20 × 30 l', 179, 63, 1, 2, 'wastebasket'],
    ['Sacs-poubelle', 'Vuilniszakken', 'Müllbeutel', 'Bin bags'],
  ],
  [
    ['hand-wash-detergent', '1 l', 359, 44, 1, 2, 'bubbles'],
    ['Lessive pour lavage à la main', 'Wasmiddel voor handwas', 'Handwaschmittel', 'Hand-wash detergent'],
  ],
  [
    ['fabric-softener', '750 ml', 249, 33, 1, 2, 't-shirt'],
    ['Adoucissant', 'Wasverzachter', 'Weichspüler', 'Fabric softener'],
  ],
  [
    ['hand-brush-and-dustpan', '1 ×', 449, 12, 1, 1, 'broom'],
    ['Balayette et ramassette', 'Handborstel en vuilblik', 'Handfeger und Kehrschaufel', 'Dustpan and brush'],
  ],
  [
    ['rubber-gloves', '1 ×', 189, 35, 1, 2, 'gloves'],
    ['Gants de ménage', 'Huishoudhandschoenen', 'Haushaltshandschuhe', 'Rubber gloves'],
  ],
]
