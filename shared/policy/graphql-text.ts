// A GraphQL endpoint takes reading and writing by the same address; what a request does is in its text, which a rule cannot
// foresee. A text that is one is refused wherever it stands.

/** An operation or a fragment with its name, or a bare selection. JSON has a quote where a selection has a letter. */
const DOCUMENT =
  /^\s*(?:(?:query|mutation|subscription)\b[^{}]{0,2000}\{|fragment\s+\w+\s+on\s+\w|\{\s*(?:\.\.\.|[a-z_]))/i
const COMMENT = /^\s*#[^\n]*(?:\n|$)/

/** Whether a value is a GraphQL document. */
export function isGraphqlText(value: string): boolean {
  if (!value.includes('{')) return false
  let rest = value
  while (COMMENT.test(rest)) rest = rest.replace(COMMENT, '')
  return DOCUMENT.test(rest)
}
