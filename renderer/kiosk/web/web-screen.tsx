import { useWeb } from '../stores/use-web.ts'
import { OpenSite } from './open-site.tsx'
import { SiteList } from './site-list.tsx'
import { useState } from 'react'

/** The approved sites; once one is chosen, its page with a bar above that it cannot reach. */
export function WebScreen() {
  const { sites } = useWeb()
  const [chosen, setChosen] = useState<string | null>(null)
  const site = sites?.find(({ id }) => id === chosen)
  if (site === undefined) return <SiteList onChoose={setChosen} />
  return <OpenSite key={site.id} site={site} onClose={() => setChosen(null)} />
}
