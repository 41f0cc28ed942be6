import { languages, type Language } from '#shared/contracts/language.ts'
import { escapeHtml } from './escape-html.ts'
import { pageTexts } from './texts.ts'

export type Section = 'jobs' | 'library' | 'contact'

export interface Page {
  readonly language: Language
  readonly section: Section
  readonly title: string
  /** Markup; whatever in it came from outside is escaped already. */
  readonly body: string
}

/** Lays one page out. Carries no script: nothing on these pages needs one. */
export function renderPage({ language, section, title, body }: Page): string {
  const texts = pageTexts[language]
  const current = (isCurrent: boolean): string => (isCurrent ? ' aria-current="page"' : '')
  const sections = (['jobs', 'library', 'contact'] as const).map(
    one => `<a href="/${one}/${language}/"${current(one === section)}>${escapeHtml(texts[one])}</a>`,
  )
  const others = languages.map(
    one =>
      `<a href="/${section}/${one}/" lang="${one}" hreflang="${one}"${current(one === language)}>${one.toUpperCase()}</a>`,
  )
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="/assets/valmont.svg">
</head>
<body>
<header><div><img src="/assets/valmont.svg" alt="" width="48" height="48"><nav>${sections.join('')}</nav>
<nav class="languages">${others.join('')}</nav></div></header>
<main><h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}
