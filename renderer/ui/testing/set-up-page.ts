import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

/*
 * Before every component test: what the kiosk's browser has and jsdom lacks. A modal dialog is shown and closed without
 * being modal; nothing scrolls, because nothing has a size.
 */
Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})
Object.assign(Element.prototype, { scrollIntoView: () => undefined })

// What is waited for on two busy cores.
configure({ asyncUtilTimeout: 5000 })

afterEach(cleanup)
