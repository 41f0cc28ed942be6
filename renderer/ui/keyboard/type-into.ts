export type TypingField = HTMLInputElement | HTMLTextAreaElement

/** Puts a text where the cursor is, as a key of a real keyboard does; React hears it as input. */
export function typeInto(field: TypingField, text: string): void {
  const [start, end] = selectionOf(field)
  const limit = field.maxLength < 0 ? Infinity : field.maxLength
  if (field.value.length - (end - start) + text.length > limit) return
  field.setRangeText(text, start, end, 'end')
  tell(field, 'insertText')
}

/** Deletes the selection, or the whole character before the cursor. */
export function deleteBefore(field: TypingField): void {
  const [start, end] = selectionOf(field)
  if (start === end && start === 0) return
  // A character may be two units long: half an emoji is no character.
  const last = Array.from(field.value.slice(0, start)).at(-1) ?? ''
  field.setRangeText('', start === end ? start - last.length : start, end, 'end')
  tell(field, 'deleteContentBackward')
}

function selectionOf(field: TypingField): readonly [number, number] {
  const end = field.value.length
  return [field.selectionStart ?? end, field.selectionEnd ?? end]
}

function tell(field: TypingField, inputType: string): void {
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }))
  // Keeps the cursor in sight in a long text.
  field.scrollTop = field.selectionEnd === field.value.length ? field.scrollHeight : field.scrollTop
}
