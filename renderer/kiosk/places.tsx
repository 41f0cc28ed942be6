import { Frame } from './frame/frame.tsx'
import { NavigationProvider } from './navigation-context.tsx'
import { Screens } from './screens.tsx'

/** All one sees while signed in. */
export function Places() {
  return (
    <NavigationProvider>
      <Frame>
        <Screens />
      </Frame>
    </NavigationProvider>
  )
}
