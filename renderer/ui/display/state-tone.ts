import { Circle, CircleAlert, CircleCheckBig, type LucideIcon, MonitorCheck, Send } from 'lucide-react'

/** The four states a person can tell apart at a glance, and one for what is over. */
export type StateTone = 'recorded' | 'underway' | 'received' | 'needsYou' | 'closed'

/** A state is never a colour alone. */
export const toneIcons: Readonly<Record<StateTone, LucideIcon>> = {
  recorded: MonitorCheck,
  underway: Send,
  received: CircleCheckBig,
  needsYou: CircleAlert,
  closed: Circle,
}
