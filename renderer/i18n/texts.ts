/** The shape of an area's texts in another language: the same keys as in English, any words. */
export type Texts<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Texts<English[Key]>
}
