import { languageSchema, languages, type Language } from '#shared/contracts/language.ts'
import { jobs } from './catalogue.ts'
import { contactPage, jobPage, jobsPage, libraryPage, notFoundPage, sentPage } from './pages.ts'
import { emblem, styleSheet } from './style.ts'

export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

export interface Question {
  readonly method: string
  /** Path and query, as received. */
  readonly target: string
  readonly acceptLanguage: string
}

/** Answers one request to the stand-in. Pure; reads no body: a message that arrives is thanked for and forgotten. */
export function answerRequest({ method, target, acceptLanguage }: Question): Answer {
  const url = readTarget(target)
  const [section = '', second = '', third = '', ...more] = url.pathname.slice(1).split('/')
  const given = languageSchema.safeParse(second)
  const language = given.success ? given.data : preferredLanguage(acceptLanguage)
  if (more.length > 0 || (second !== '' && section !== 'assets' && !given.success)) return notFound(language)
  if (method === 'POST') return section === 'contact' ? html(sentPage(language)) : notAllowed(language)
  if (method !== 'GET' && method !== 'HEAD') return notAllowed(language)
  return readingAnswer({ section, second, third, language, query: url.searchParams.get('q') ?? '' })
}

interface Reading {
  readonly section: string
  readonly second: string
  readonly third: string
  readonly language: Language
  readonly query: string
}

function readingAnswer({ section, second, third, language, query }: Reading): Answer {
  if (section === 'assets' && second === 'style.css') return ok('text/css; charset=utf-8', styleSheet)
  if (section === 'assets' && second === 'valmont.svg') return ok('image/svg+xml', emblem)
  const job = jobs.find(one => one.id === third)
  if (section === 'jobs' && job !== undefined) return html(jobPage(language, job))
  if (section === 'library' && third === 'search') return html(libraryPage(language, query))
  if (third !== '') return notFound(language)
  if (section === 'jobs' || section === '') return html(jobsPage(language))
  if (section === 'library') return html(libraryPage(language, ''))
  return section === 'contact' ? html(contactPage(language)) : notFound(language)
}

/** Whatever arrives has some path; what does not parse has one that nothing is found under. */
function readTarget(target: string): URL {
  try {
    return new URL(target, 'http://stand-in.invalid')
  } catch {
    return new URL('http://stand-in.invalid/unreadable/')
  }
}

/** The first language the browser asks for that these pages exist in. */
function preferredLanguage(acceptLanguage: string): Language {
  const asked = acceptLanguage
    .toLowerCase()
    .split(',')
    .map(tag => tag.trim().slice(0, 2))
  return languages.find(language => language === asked.find(tag => languageSchema.safeParse(tag).success)) ?? 'fr'
}

const ok = (contentType: string, body: string): Answer => ({ status: 200, contentType, body })
const html = (body: string, status = 200): Answer => ({ status, contentType: 'text/html; charset=utf-8', body })
const notFound = (language: Language): Answer => html(notFoundPage(language), 404)
const notAllowed = (language: Language): Answer => html(notFoundPage(language), 405)
