import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '#renderer/ui/styles.css'
import { must } from '#shared/errors/must.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ProblemPage } from './problem/problem-page.tsx'
import { readProblem } from './problem/read-problem.ts'
import { startKiosk } from './start-kiosk.ts'

const root = createRoot(must(document.getElementById('root'), '#root of index.html'))
const problem = readProblem(location.hash)

root.render(
  <StrictMode>
    {problem === undefined ? <App kiosk={startKiosk(window.guichet)} /> : <ProblemPage code={problem} />}
  </StrictMode>,
)
