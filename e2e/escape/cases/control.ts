import { reached } from '../run/evidence.ts'
import type { EscapeCase } from './escape-case.ts'
import { script } from './page-script.ts'

/** No attack: what is approved, done as the attacks are. Where it does not work, that attacks do not says nothing. */
export const control: EscapeCase = {
  id: 'X-CONTROL',
  category: 'navigation',
  attack: 'reading what is approved',
  page: script(`await fetch('/jobs/x-control?page=2')`),
  fired: evidence => reached(evidence, /^GET \/jobs\/x-control\?page=2/),
}
