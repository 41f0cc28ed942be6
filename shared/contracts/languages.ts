/** The languages every screen and every published text exists in. Apart from its schema, for who needs no schema. */
export const languages = ['fr', 'nl', 'de', 'en'] as const
