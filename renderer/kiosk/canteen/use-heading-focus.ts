import { useEffect, useRef } from 'react'

/** Moves the focus to the heading of the page within the canteen whenever `page` changes, and its content to the top. */
export function useHeadingFocus(page: string): void {
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    document.querySelector<HTMLElement>('[data-page-heading]')?.focus()
    scrollToTop()
  }, [page])
}

/** Brings the content of the screen back to its beginning. */
export function scrollToTop(): void {
  document.querySelector('[data-scroll]')?.scrollTo?.({ top: 0 })
}
