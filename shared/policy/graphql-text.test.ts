import { expect, test } from 'vitest'
import { isGraphqlText } from './graphql-text.ts'

test.each([
  '{viewer{id}}',
  '{ viewer { id } }',
  '{...on Query{viewer{id}}}',
  'query { viewer { id } }',
  'query Search($q: String!) { jobs(q: $q) { id } }',
  'mutation{send(to:"a",text:"b"){id}}',
  'MUTATION { send }',
  'subscription S { mail }',
  'fragment F on Job { id }',
  '# a comment\n{viewer{id}}',
  '\n  #one\n #two\nmutation { send }',
  '{__schema{types{name}}}',
])('%s is a document', value => {
  expect(isGraphqlText(value)).toBe(true)
})

test.each([
  'baker',
  'query',
  'mutation of genes',
  '{"query":"baker"}',
  '{}',
  '[{"a":1}]',
  '{"persistedQuery":{"version":1,"sha256Hash":"ab"}}',
  '#hashtag',
  '',
])('%s is none', value => {
  expect(isGraphqlText(value)).toBe(false)
})
