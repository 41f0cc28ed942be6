import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '#renderer/ui/styles.css'
import { must } from '#shared/errors/must.ts'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { browserEntrancePorts } from './entrance-ports.ts'
import { loadInside } from './load-inside.ts'
import { ProblemPage } from './problem/problem-page.tsx'
import { readProblem } from './problem/read-problem.ts'
import { startEntrance } from './start-entrance.ts'

function openEntrance() {
  const entrance = startEntrance(window.guichet, browserEntrancePorts, loadInside)
  return { entrance, inside: entrance.inside }
}

/** Once in the life of a terminal: no other start carries it. */
async function openSetUp(): Promise<ReactNode> {
  // Before any schema: they decide when they are made.
  await import('./forbid-eval.ts')
  const { SetUpPage } = await import('./set-up-page.tsx')
  return <SetUpPage bridge={window.guichet} ports={browserEntrancePorts} load={loadInside} />
}

const root = createRoot(must(document.getElementById('root'), '#root of index.html'))
const problem = readProblem(location.hash)
const show = (screen: ReactNode) => root.render(<StrictMode>{screen}</StrictMode>)

if (problem === 'CONFIGURATION_MISSING') void openSetUp().then(show)
else show(problem === undefined ? <App {...openEntrance()} /> : <ProblemPage code={problem} />)
