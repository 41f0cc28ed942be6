import { account } from './account.ts'
import { canteen } from './canteen.ts'
import { closed } from './closed.ts'
import { common } from './common.ts'
import { console } from './console.ts'
import { frame } from './frame.ts'
import { home } from './home.ts'
import { medical } from './medical.ts'
import { notices } from './notices.ts'
import { problems } from './problems.ts'
import { rejections } from './rejections.ts'
import { requests } from './requests.ts'
import { service } from './service.ts'
import { setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'
import { web } from './web.ts'

export const de = {
  common,
  frame,
  signIn,
  home,
  canteen,
  medical,
  requests,
  account,
  notices,
  web,
  rejections,
  closed,
  console,
  problems,
  service,
  setUp,
} as const
