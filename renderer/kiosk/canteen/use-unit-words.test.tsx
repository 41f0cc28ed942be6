import { TextsForTests } from '#renderer/i18n/testing/texts-for-tests.tsx'
import type { Language } from '#shared/contracts/language.ts'
import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useUnitWords } from './use-unit-words.ts'

test.each<[Language, string, string]>([
  ['en', '1 piece', '2 pieces'],
  ['fr', '1 pièce', '2 pièces'],
  ['nl', '1 stuk', '2 stuks'],
  ['de', '1 Stück', '2 Stück'],
])('says how many pieces in %s', (language, one, two) => {
  const { result } = renderHook(useUnitWords, {
    wrapper: ({ children }) => <TextsForTests language={language}>{children}</TextsForTests>,
  })
  expect(result.current('1 ×')).toBe(one)
  expect(result.current('2 ×')).toBe(two)
})
