import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdsBankAccount } from './bank-account.ts'
import { holdsContactDetails } from './contact-details.ts'
import { holdsEmailAddress } from './email-address.ts'
import { foldText } from './fold-text.ts'
import { holdsPhoneNumber } from './phone-number.ts'
import { programValues, searchWords } from './testing/search-words.ts'
import { holdsWebAddress } from './web-address.ts'

describe('an e-mail address', () => {
  test.each([
    'jan.peeters@mail.example',
    'Jan_Peeters+cel@MAIL.be',
    'write to jan@mail.be, please',
    'jan @ mail . be',
    'jan@ mail.be',
    'jan＠mail．be',
    'ｊａｎ@mail。be',
    'jan\u200B@\u00ADmail.be',
    'jan%40mail.be',
    'jan%2540mail.be',
    'jan(at)mail.be',
    'jan [at] mail [dot] be',
    'jan{at}mail{dot}be',
    'jan(a)mail(punt)be',
    'jan at mail dot be',
    'jan at mail.be',
    'jan apenstaartje mail punt be',
    'jean arobase courriel point fr',
    'hans klammeraffe post punkt de',
    'hans ät post punkt de',
    'juan arroba correo punto es',
    'mailto jan@mail.example?subject=hi',
    'пётр@почта.рф',
    'jan@192.0.2.1',
    '"jan peeters"@mail.be',
  ])('is found in %s', text => {
    expect(holdsEmailAddress(foldText(text))).toBe(true)
  })

  test.each([
    'logo@2x.png',
    '@import',
    'twitter @name',
    '3 @ 2.50',
    'react@18.2.0',
    'cook at home',
    'look at point 3',
    'meet at gare du nord point central',
    'a@b',
  ])('is not seen in %s', text => {
    expect(holdsEmailAddress(foldText(text))).toBe(false)
  })
})

describe('a number to call', () => {
  test.each([
    '+32475123456',
    '+32 475 12 34 56',
    '+32 (0)475 12.34.56',
    '(+31) 6-12345678',
    '＋３２ ４７５ １２ ３４ ５６',
    '0032 475 12 34 56',
    '0033612345678',
    '0475123456',
    '0475 12 34 56',
    '0475/12.34.56',
    '0475-12-34-56',
    '0475 - 12 34 56',
    '02 123 45 67',
    '02/123.45.67',
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12345678',
    '(030) 123-4567',
    '030/1234567',
    '0 475 12 34 56',
    'bel mij op 0475 12 34 56 aub',
    'tel:0475123456',
    'tél.0475123456',
    'gsm 0475 12 34 56.',
    'room 1 0475123456',
    '٠٤٧٥١٢٣٤٥٦',
    '۰۴۷۵ ۱۲ ۳۴ ۵۶',
    '0475\u00A012\u00A034\u00A056',
    'before 12:30 call 0475123456',
  ])('is found in %s', text => {
    expect(holdsPhoneNumber(foldText(text))).toBe(true)
  })

  test.each([
    '123456789',
    '32475123456',
    '01/02/2026',
    '01-02-2026 10:30',
    '2026-03-01T08:30:00Z',
    '01022026',
    '08:30 - 12:45',
    '01000',
    '01 02 03',
    '0.123456789',
    '0.12.345.6789',
    '0-306-40615-2',
    '978-0-306-40615-7',
    '01234567-1234-1234-1234-123456789012',
    '0123456789abcdef',
    'a0475123456',
    '000123456789',
    '+50.8466, 4.3528',
    '+1',
    'C++ 11',
  ])('is not seen in %s', text => {
    expect(holdsPhoneNumber(foldText(text))).toBe(false)
  })
})

describe('a web address', () => {
  test.each([
    'https://evil.example/x',
    'HTTP://evil',
    'https%3A%2F%2Fevil.example',
    'ftp://files',
    'wss://a',
    'https:///evil.example',
    'see www.evil.example now',
    'ＷＷＷ.evil.example',
    'mailto:jan',
    'tel:112',
    'evil.be',
    'Sub.Evil.co.uk/path?x',
    'discord.gg/abc',
    't.me/x wa.me/32',
    'youtu.be/abc',
    'stad.gent',
    '//evil.be',
    'evil。com',
  ])('is found in %s', text => {
    expect(holdsWebAddress(foldText(text))).toBe(true)
  })

  test.each([
    'ASP.NET',
    'Node.js',
    'main.css',
    'index.html',
    'U.S.',
    'o.a.',
    'z.B.',
    '1.2.3',
    '12.be',
    'end.so',
    'be',
    '.be',
  ])('is not seen in %s', text => {
    expect(holdsWebAddress(foldText(text))).toBe(false)
  })
})

describe('an account', () => {
  test.each([
    'BE68539007547034',
    'BE68 5390 0754 7034',
    'be68-5390-0754-7034',
    'pay to NL91 ABNA 0417 1643 00 please',
    'FR14 2004 1010 0505 0001 3M02 606',
    'DE89 3704 0044 0532 0130 00',
    'ＢＥ６８ ５３９０ ０７５４ ７０３４',
  ])('is found in %s', text => {
    expect(holdsBankAccount(foldText(text))).toBe(true)
  })

  test.each([
    'BE68539007547035',
    'BE6853900754703',
    'BE685390075470341',
    'XX68539007547034',
    'be68',
    'BE68 5390/0754 7034',
  ])('is not seen in %s', text => {
    expect(holdsBankAccount(foldText(text))).toBe(false)
  })
})

test.each([...searchWords, ...programValues])('%s is no contact detail', text => {
  expect(holdsContactDetails(text)).toBe(false)
})

test('words people search by stay searchable, however they are put together', () => {
  const words = searchWords.filter(word => !/\d|[.:]/.test(word))
  const phrase = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }).map(list => list.join(' '))
  fc.assert(
    fc.property(phrase, fc.nat(99_999), (text, number) => {
      expect(holdsContactDetails(text)).toBe(false)
      expect(holdsContactDetails(`${text} ${number}`)).toBe(false)
    }),
  )
})

test('numbers, identifiers and hashes are none', () => {
  const plain = fc.oneof(
    fc.bigInt({ min: 1n, max: 10n ** 18n }).map(String),
    fc.uuid(),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map(day => day.toISOString()),
    fc.double({ noNaN: true, min: 0, max: 1 }).map(String),
    fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map(parts => parts.join('.')),
  )
  fc.assert(
    fc.property(plain, text => {
      expect(holdsContactDetails(text)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('a detail is found whatever stands around it', () => {
  const detail = fc.constantFrom(
    'jan@mail.be',
    '+32475123456',
    '0475 12 34 56',
    'https://a.example',
    'BE68 5390 0754 7034',
  )
  const around = fc.constantFrom(...searchWords.filter(word => !/\d/.test(word)))
  fc.assert(
    fc.property(around, detail, around, (before, text, after) => {
      expect(holdsContactDetails(`${before} ${text} ${after}`)).toBe(true)
      expect(holdsContactDetails(`${before}, ${text.toUpperCase()}, ${after}`)).toBe(true)
    }),
  )
})

test.each([
  ['at signs', '@'],
  ['spaces around at signs', ' @ '],
  ['dots', 'a.'],
  ['digits', '0'],
  ['numbers', '01 '],
  ['brackets', '( at ) '],
  ['letters', 'a'],
  ['schemes', 'ab+'],
  ['per cent signs', '%25'],
  ['account beginnings', 'be68 '],
  ['days', '01/02/'],
  ['spoken dots', ' dot at'],
])('as large a value as any of %s is read to its end', (_name, piece) => {
  const large = piece.repeat(Math.ceil(65_536 / piece.length))
  expect(typeof holdsContactDetails(large)).toBe('boolean')
})
