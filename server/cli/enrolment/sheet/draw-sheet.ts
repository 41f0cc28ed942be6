import { renderSVG } from 'uqr'
import type { Language } from '#shared/contracts/language.ts'
import { writeCode } from '#shared/enrolment/code.ts'
import { escapeHtml } from '../../../demo-site/escape-html.ts'
import type { MadeCode } from '../../../enrolment/make-codes.ts'
import { type EnrolmentDesk, qrText } from '../enrolment-desk.ts'
import { sheetStyle } from './sheet-style.ts'
import { type SheetTexts, sheetTexts } from './sheet-texts.ts'

const CARDS_A_PAGE = 6

export interface SheetWish {
  readonly language: Language
  /** What the prison is called. */
  readonly prison: string
  /** Until when the codes are good, by the prison's clock. */
  readonly until: string
}

/** A sheet of codes to print on A4, six a page, as one HTML file that fetches nothing and runs nothing. */
export function drawSheet(
  desk: EnrolmentDesk,
  made: readonly MadeCode[],
  { language, prison, until }: SheetWish,
): string {
  const texts = sheetTexts[language]
  const title = escapeHtml(texts.title(prison))
  const pages = Math.ceil(made.length / CARDS_A_PAGE)
  const sections = Array.from({ length: pages }, (_, page) => {
    const cards = made.slice(page * CARDS_A_PAGE, (page + 1) * CARDS_A_PAGE)
    const list = cards.map(one => drawCard(desk, one, { texts, language, until })).join('\n')
    const head = `<header><h1>${title} (${page + 1}/${pages})</h1><p>${escapeHtml(texts.secret)}</p></header>`
    return `<section>${head}<ol>\n${list}\n</ol></section>`
  })
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title><style>${sheetStyle}</style></head>
<body>
${sections.join('\n')}
</body></html>
`
}

interface CardTexts {
  readonly texts: SheetTexts
  readonly language: Language
  readonly until: string
}

function drawCard(desk: EnrolmentDesk, made: MadeCode, { texts, language, until }: CardTexts): string {
  const { code, terminal, cell, wingNames } = made
  const wing = texts.wing(wingNames[language])
  const place = terminal === cell ? wing : `${wing}, ${texts.cell(cell)}`
  const row = (name: string, value: string) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`
  return `<li>
<div class="place"><div><h2>${escapeHtml(terminal)}</h2><p>${escapeHtml(place)}</p><p class="until">${escapeHtml(texts.until(until))}</p></div>${drawQr(qrText(desk, code))}</div>
<p class="code">${writeCode(code)}</p>
<dl>${row(texts.server, desk.serverUrl)}<dt>${escapeHtml(texts.key)}</dt><dd class="words">${desk.words.join(' ')}</dd></dl>
<footer><p>1. ${escapeHtml(texts.instructions[0])}</p><p>2. ${escapeHtml(texts.instructions[1])}</p></footer>
</li>`
}

/** Level M: a crease or a stain may cost a seventh of it. */
function drawQr(text: string): string {
  return renderSVG(text, { ecc: 'M', border: 2 })
}
