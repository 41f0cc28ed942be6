import { accessSection } from './configuration/access-section.ts'
import { headerSection } from './configuration/header-section.ts'
import { limitSection } from './configuration/limit-section.ts'
import { listenSection } from './configuration/listen-section.ts'
import type { SquidSettings } from './squid-settings.ts'

/**
 * Writes the configuration of Squid 5.7 (Debian 12, `squid-openssl`). Nothing is taken from `/etc/squid`.
 *
 * Throws a `RangeError` where a path holds what Squid's configuration cannot.
 */
export function squidConfiguration(settings: SquidSettings): string {
  const sections = [
    ['Who may speak to it, and as whom it answers', listenSection(settings)],
    ['What is let out', accessSection(settings)],
    ['What goes out and comes back', headerSection()],
    ['How much and how long', limitSection(settings)],
  ] as const
  const head = '# Written by `guichet gateway squid`. Run it again instead of editing this.'
  return [head, ...sections.map(([title, lines]) => [`# ${title}`, ...lines].join('\n')), ''].join('\n\n')
}
