import { unreachable } from '#shared/errors/unreachable.ts'
import { AccountScreen } from './account/account-screen.tsx'
import { CanteenScreen } from './canteen/canteen-screen.tsx'
import { HomeScreen } from './home/home-screen.tsx'
import { MedicalScreen } from './medical/medical-screen.tsx'
import { useNavigation } from './navigation-context.tsx'
import type { Route } from './navigation.ts'
import { NoticesScreen } from './notices/notices-screen.tsx'
import { CrashGuard } from './problem/crash-guard.tsx'
import { RequestsScreen } from './requests/requests-screen.tsx'
import { WebScreen } from './web/web-screen.tsx'

/** The screen of the place one is at. A visit starts it afresh; one that breaks leaves the frame standing. */
export function Screens() {
  const { route, visit } = useNavigation()
  return <CrashGuard key={visit}>{screenOf(route)}</CrashGuard>
}

function screenOf(route: Route) {
  switch (route.place) {
    case 'home':
      return <HomeScreen />
    case 'canteen':
      return <CanteenScreen />
    case 'medical':
      return <MedicalScreen />
    case 'requests':
      return <RequestsScreen requestId={route.requestId} />
    case 'account':
      return <AccountScreen />
    case 'notices':
      return <NoticesScreen noticeId={route.noticeId} />
    case 'web':
      return <WebScreen />
    default:
      return unreachable(route)
  }
}
