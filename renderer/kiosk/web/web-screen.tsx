import { ClosedService } from '../layout/closed/closed-service.tsx'
import { evaluateSiteClosure } from '../stores/evaluate-closure.ts'
import { useClosure, useOpenState } from '../stores/use-open-state.ts'
import { useWeb } from '../stores/use-web.ts'
import { ClosedSite } from './closed-site.tsx'
import { OpenSite } from './open-site.tsx'
import { SiteList } from './site-list.tsx'
import { useState } from 'react'

/** The approved sites; once one is chosen, its page with a bar above that it cannot reach. */
export function WebScreen() {
  const { sites } = useWeb()
  const [chosen, setChosen] = useState<string | null>(null)
  const site = sites?.find(({ id }) => id === chosen)
  const closure = useClosure('web')
  const siteClosure = evaluateSiteClosure(useOpenState(), chosen ?? '')
  // Opened again, it starts with the list: nothing opens by itself under somebody's hand.
  if (closure !== null && chosen !== null) setChosen(null)
  if (closure !== null) return <ClosedService service="web" closure={closure} />
  if (site !== undefined && siteClosure !== null) {
    return <ClosedSite site={site} closure={siteClosure} onClose={() => setChosen(null)} />
  }
  if (site === undefined) return <SiteList onChoose={setChosen} />
  return <OpenSite key={site.id} site={site} onClose={() => setChosen(null)} />
}
