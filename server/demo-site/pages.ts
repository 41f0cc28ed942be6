import type { Language } from '#shared/contracts/language.ts'
import { type Book, findBooks, type Job, jobs } from './catalogue.ts'
import { escapeHtml } from './escape-html.ts'
import { renderPage } from './page.ts'
import { pageTexts } from './texts.ts'

/** An invented host that no policy of ours lists: where following this link is refused can be seen here. */
export const OUTSIDE_ADDRESS = 'https://www.elsewhere.example/jobs'

const longestQuery = 80

/** The list of jobs. */
export function jobsPage(language: Language): string {
  const texts = pageTexts[language]
  const cards = jobs.map(
    job => `<li><h2><a href="/jobs/${language}/${job.id}">${escapeHtml(job.title[language])}</a></h2>
<p>${escapeHtml(job.place)} · ${escapeHtml(job.hours[language])}</p></li>`,
  )
  const body = `<p>${escapeHtml(texts.jobsLead)}</p>
<ul class="cards">${cards.join('')}</ul>
<p><a href="${OUTSIDE_ADDRESS}">${escapeHtml(texts.outside)}</a></p>`
  return renderPage({ language, section: 'jobs', title: texts.jobs, body })
}

/** One job, with the form that asks about it: the kind of form a site approved for reading must not carry out. */
export function jobPage(language: Language, job: Job): string {
  const texts = pageTexts[language]
  const body = `<p>${escapeHtml(job.text[language])}</p>
<dl><dt>${escapeHtml(texts.place)}</dt><dd>${escapeHtml(job.place)}</dd>
<dt>${escapeHtml(texts.hours)}</dt><dd>${escapeHtml(job.hours[language])}</dd></dl>
<h2>${escapeHtml(texts.ask)}</h2>
${messageForm(language)}
<p><a href="/jobs/${language}/">${escapeHtml(texts.back)}</a></p>`
  return renderPage({ language, section: 'jobs', title: job.title[language], body })
}

/** The catalogue; without a query, every book. */
export function libraryPage(language: Language, query: string): string {
  const texts = pageTexts[language]
  const found = findBooks(query.slice(0, longestQuery))
  const body = `<p>${escapeHtml(texts.libraryLead)}</p>
<form class="search" method="get" action="/library/${language}/search">
<label>${escapeHtml(texts.search)}<input name="q" type="search" maxlength="${longestQuery}"
 value="${escapeHtml(query.slice(0, longestQuery))}"></label>
<button>${escapeHtml(texts.search)}</button></form>
<p role="status">${escapeHtml(texts.results(found.length))}</p>
<ul class="cards">${found.map(book => bookCard(language, book)).join('')}</ul>`
  return renderPage({ language, section: 'library', title: texts.library, body })
}

function bookCard(language: Language, { title, author, isAvailable }: Book): string {
  const texts = pageTexts[language]
  const state = isAvailable ? texts.available : texts.lent
  return `<li><h2>${escapeHtml(title)}</h2><p>${escapeHtml(author)}</p><p>${escapeHtml(state)}</p></li>`
}

/** The contact page, which the policy denies. */
export function contactPage(language: Language): string {
  const texts = pageTexts[language]
  const body = `<p>${escapeHtml(texts.contactLead)}</p>${messageForm(language)}`
  return renderPage({ language, section: 'contact', title: texts.contact, body })
}

/** What a message that got through is answered with. */
export function sentPage(language: Language): string {
  const texts = pageTexts[language]
  return renderPage({ language, section: 'contact', title: texts.contact, body: `<p>${escapeHtml(texts.sent)}</p>` })
}

export function notFoundPage(language: Language): string {
  const texts = pageTexts[language]
  return renderPage({
    language,
    section: 'jobs',
    title: texts.notFound,
    body: `<p><a href="/jobs/${language}/">${escapeHtml(texts.back)}</a></p>`,
  })
}

function messageForm(language: Language): string {
  const texts = pageTexts[language]
  return `<form method="post" action="/contact/${language}/">
<label>${escapeHtml(texts.name)}<input name="name" autocomplete="off"></label>
<label>${escapeHtml(texts.message)}<textarea name="message" rows="4"></textarea></label>
<button>${escapeHtml(texts.send)}</button></form>`
}
