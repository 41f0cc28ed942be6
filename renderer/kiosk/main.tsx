import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '#renderer/ui/styles.css'
import { must } from '#shared/errors/must.ts'
import { StrictMode } from 'react'
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

const root = createRoot(must(document.getElementById('root'), '#root of index.html'))
const problem = readProblem(location.hash)

root.render(
  <StrictMode>{problem === undefined ? <App {...openEntrance()} /> : <ProblemPage code={problem} />}</StrictMode>,
)
