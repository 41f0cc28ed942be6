import { Circle, CircleAlert, CircleCheckBig, type LucideIcon, Info, MonitorCheck, Send } from 'lucide-react'

/** The four states a person can tell apart at a glance, and one for what is over. */
export type StateTone = 'recorded' | 'underway' | 'received' | 'needsYou' | 'closed'

/** What colours a sentence: a state, or none (`notice`). */
export type Tone = StateTone | 'notice'

/** A state is never a colour alone. */
export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  recorded: MonitorCheck,
  underway: Send,
  received: CircleCheckBig,
  needsYou: CircleAlert,
  closed: Circle,
  notice: Info,
}
