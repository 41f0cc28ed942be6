import styles from './picture.module.css'

export interface PictureProps {
  /** A picture the build knows: see `shared/canteen/pictures.ts`. */
  readonly name: string
  /** In the steps of the design: 32, 48, 64, 96 px on a small screen. */
  readonly size?: 'small' | 'medium' | 'large' | 'huge'
  /** Goods that cannot be had are shown without their colours. */
  readonly isMuted?: boolean
}

/** A flat colour picture beside its word: it says nothing a listener does not hear from the word. */
export function Picture({ name, size = 'medium', isMuted = false }: PictureProps) {
  return (
    <img
      className={styles[size]}
      data-muted={isMuted || undefined}
      src={`./pictures/${name}.svg`}
      alt=""
      draggable={false}
    />
  )
}
