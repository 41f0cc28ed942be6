/** Something a person must do or know before set-up can go on. Its message is shown alone, without a stack. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError'
}
