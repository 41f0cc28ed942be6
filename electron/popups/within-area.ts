/** A place on the screen, in its pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Where a window has to be so that nothing of it lies outside `area`: moved as little as possible, made smaller only where
 * it does not fit. Answers the same object where it lies inside already.
 */
export function withinArea(window: Area, area: Area): Area {
  const width = Math.min(window.width, area.width)
  const height = Math.min(window.height, area.height)
  const x = Math.max(area.x, Math.min(window.x, area.x + area.width - width))
  const y = Math.max(area.y, Math.min(window.y, area.y + area.height - height))
  const isInside = x === window.x && y === window.y && width === window.width && height === window.height
  return isInside ? window : { x, y, width, height }
}
