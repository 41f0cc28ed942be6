/**
 * Six cards on an A4 page, black on white: it has to be read on old printers and at arm's length. Nothing is fetched, fonts included.
 * A code is set in a fixed width and cut into fours; zeroes there have a slash where the machine has such a font.
 */
export const sheetStyle = `
@page { size: A4 portrait; margin: 10mm }
* { box-sizing: border-box }
body { margin: 0; color: #000; background: #fff; font: 9.5pt/1.35 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', Arial, sans-serif }
section { width: 190mm; height: 276mm; margin: 0 auto; page-break-after: always; break-after: page; display: flex; flex-direction: column }
section:last-child { page-break-after: auto; break-after: auto }
header { height: 12mm; display: flex; justify-content: space-between; align-items: center; gap: 6mm }
header h1 { margin: 0; font-size: 11pt; font-weight: 600 }
header p { margin: 0; font-size: 8pt; text-align: right; flex: 0 1 72mm }
ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: 1fr 1fr; grid-template-rows: repeat(3, 86mm); gap: 3mm }
li { border: 0.35mm solid #000; border-radius: 2.5mm; padding: 4mm 4.5mm; display: flex; flex-direction: column; break-inside: avoid; overflow: hidden }
.place { display: flex; justify-content: space-between; align-items: flex-start; gap: 3mm }
.place h2 { margin: 0; font-size: 24pt; line-height: 1.05; overflow-wrap: anywhere }
.place p { margin: 1mm 0 0; font-size: 9.5pt }
.place .until { font-size: 8pt; color: #333 }
.place svg { width: 37mm; height: 37mm; flex: none; shape-rendering: crispEdges }
.code { margin: 2mm 0 1.5mm; font: 700 23pt/1 'DejaVu Sans Mono', 'Noto Sans Mono', 'Liberation Mono', monospace; font-feature-settings: 'zero'; white-space: nowrap }
dl { margin: 0; display: grid; grid-template-columns: auto 1fr; column-gap: 3mm; row-gap: 0.4mm; font-size: 9pt }
dt { color: #333 }
dd { margin: 0; overflow-wrap: anywhere }
.words { font-weight: 600 }
footer { margin-top: auto; border-top: 0.2mm solid #000; padding-top: 1.6mm; font-size: 8pt; line-height: 1.3 }
footer p { margin: 0 }
@media screen { body { background: #ddd; padding: 8mm 0 } section { background: #fff; padding: 8mm; width: 206mm; height: auto; margin-bottom: 8mm } }
`
