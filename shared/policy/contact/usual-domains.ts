/**
 * Top-level domains under which people in and around a prison are reached. Not all there are: those that are a common word
 * after a full stop, or in the names programs give things (`in`, `is`, `so`, `to`, `top`, `link`), would refuse ordinary
 * texts, and are found by `www.` or a scheme only.
 */
const usual = new Set(
  [
    'com net org info biz eu gov edu int mil',
    'be nl fr de lu uk ie ch at it es pt pl ro bg cz sk hu hr si gr dk se fi lt lv ee',
    'ma dz tn tr ru ua al rs ba mk by ge az ir iq sy lb eg cd cm sn gn rw br co mx cn jp kr pk',
    'ca us au nz za ng',
    'io me app dev gg ly tv cc xyz online site shop mobi',
  ].flatMap(line => line.split(' ')),
)

/** Of cities and regions: words as well, so they count only where they are written on. */
const places = new Set(
  'brussels vlaanderen gent berlin koeln hamburg bayern wien paris bzh amsterdam frl swiss'.split(' '),
)

/** Whether `label` is a top-level domain people write, after a space or without one. */
export function isUsualTopLevel(label: string): boolean {
  return usual.has(label)
}

/** The same, for a name written without spaces. */
export function isTopLevelWrittenOn(label: string): boolean {
  return usual.has(label) || places.has(label)
}
