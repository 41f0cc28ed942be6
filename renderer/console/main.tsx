import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '#renderer/ui/styles.css'
import './console.css'
import { must } from '#shared/errors/must.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createStaffApi } from './api/staff-api.ts'
import { App } from './app.tsx'
import { takeJoinToken } from './entrance/take-join-token.ts'

const root = createRoot(must(document.getElementById('root'), '#root of index.html'))
const joinToken = takeJoinToken(location, history)

root.render(
  <StrictMode>
    <App api={createStaffApi()} joinToken={joinToken} languages={navigator.languages} />
  </StrictMode>,
)
