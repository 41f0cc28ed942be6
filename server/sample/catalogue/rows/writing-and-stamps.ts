import type { ProductRow } from '../product-row.ts'

export const writingAndStamps: readonly ProductRow[] = [
  [
    ['stamps-belgium', '5 ×', 860, 140, 2, 4, 'postbox'],
    ['Timbres Belgique', 'Postzegels België', 'Briefmarken Belgien', 'Stamps, Belgium'],
  ],
  [
    ['stamp-belgium', '1 ×', 172, 200, 4, 8, 'postbox'],
    ['Timbre Belgique', 'Postzegel België', 'Briefmarke Belgien', 'Stamp, Belgium'],
  ],
  [
    ['stamp-europe', '1 ×', 335, 120, 4, 8, 'globe-showing-europe-africa'],
    ['Timbre Europe', 'Postzegel Europa', 'Briefmarke Europa', 'Stamp, Europe'],
  ],
  [
    ['stamp-world', '1 ×', 359, 85, 4, 8, 'globe-with-meridians'],
    ['Timbre monde', 'Postzegel wereld', 'Briefmarke Welt', 'Stamp, worldwide'],
  ],
  [
    ['envelopes', '25 ×', 159, 92, 2, 3, 'envelope'],
    ['Enveloppes', 'Omslagen', 'Briefumschläge', 'Envelopes'],
  ],
  [
    ['large-envelopes', '10 × A4', 229, 40, 1, 2, 'envelope'],
    ['Grandes enveloppes', 'Grote omslagen', 'Große Briefumschläge', 'Large envelopes'],
  ],
  [
    ['writing-pad', 'A4', 219, 83, 2, 3, 'spiral-notepad'],
    [
      'Bloc de papier ligné, 80 feuilles',
      'Blok lijntjespapier, 80 vellen',
      'Schreibblock, liniert, 80 Blatt',
      'Lined writing pad, 80 sheets',
    ],
  ],
  [
    ['exercise-book', 'A5', 119, 68, 2, 3, 'notebook'],
    [
      'Cahier quadrillé, 72 pages',
      'Geruit schrift, 72 bladzijden',
      'Heft, kariert, 72 Seiten',
      'Squared exercise book, 72 pages',
    ],
  ],
  [
    ['sketch-pad', 'A4', 389, 17, 1, 2, 'artist-palette'],
    ['Bloc à dessin, 40 feuilles', 'Tekenblok, 40 vellen', 'Zeichenblock, 40 Blatt', 'Sketch pad, 40 sheets'],
  ],
  [
    ['ballpoint-pens', '4 ×', 179, 96, 2, 2, 'pen'],
    ['Stylos à bille', 'Balpennen', 'Kugelschreiber', 'Ballpoint pens'],
  ],
  [
    ['pencils', '4 ×', 149, 54, 1, 2, 'pencil'],
    ['Crayons gris', 'Potloden', 'Bleistifte', 'Pencils'],
  ],
  [
    ['colouring-pencils', '12 ×', 349, 31, 1, 2, 'crayon'],
    ['Crayons de couleur', 'Kleurpotloden', 'Buntstifte', 'Colouring pencils'],
  ],
  [
    ['eraser', '2 ×', 99, 49, 1, 2, 'pencil'],
    ['Gommes', 'Gommen', 'Radiergummis', 'Erasers'],
  ],
  [
    ['ring-binder', 'A4', 289, 36, 1, 2, 'open-file-folder'],
    ['Classeur', 'Ringmap', 'Ringordner', 'Ring binder'],
  ],
  [
    ['greeting-card', '1 ×', 199, 73, 3, 5, 'bouquet'],
    ['Carte de vœux', 'Wenskaart', 'Grußkarte', 'Greeting card'],
  ],
  [
    ['birthday-card', '1 ×', 199, 61, 3, 5, 'birthday-cake'],
    ['Carte d’anniversaire', 'Verjaardagskaart', 'Geburtstagskarte', 'Birthday card'],
  ],
  [
    ['pocket-dictionary', '1 ×', 995, 5, 1, 1, 'blue-book'],
    ['Dictionnaire de poche FR-NL', 'Zakwoordenboek FR-NL', 'Taschenwörterbuch FR-NL', 'Pocket dictionary FR-NL'],
  ],
  [
    ['wall-calendar', '1 ×', 599, 13, 1, 1, 'calendar'],
    ['Calendrier mural', 'Wandkalender', 'Wandkalender', 'Wall calendar'],
  ],
]
