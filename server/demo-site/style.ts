/** The one style sheet of the stand-in pages. */
export const styleSheet = `
:root { --ink: #22313a; --paper: #fbf8f2; --line: #ddd5c6; --leaf: #2f6b57; --sun: #f2c14e; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }
header { background: var(--leaf); color: #fff; }
header > div, main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem; }
header > div { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: center; }
header img { width: 3rem; height: 3rem; }
header nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
header nav.languages { margin-left: auto; gap: 0.75rem; }
header a { color: #fff; min-height: 2.75rem; display: inline-flex; align-items: center; }
header a[aria-current] { font-weight: 700; text-decoration-color: var(--sun); text-decoration-thickness: 3px; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1.25rem 0 0.25rem; }
ul.cards { list-style: none; margin: 1.5rem 0; padding: 0; display: grid; gap: 1rem;
  grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
ul.cards li { background: #fff; border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem 1.25rem; }
ul.cards h2 { font-size: 1.125rem; margin: 0 0 0.25rem; }
ul.cards p { margin: 0; }
main a { color: #20566b; }
form { display: grid; gap: 0.75rem; max-width: 30rem; margin: 1.5rem 0; }
form.search { grid-template-columns: 1fr auto; }
label { display: grid; gap: 0.25rem; font-weight: 600; }
input, textarea, button { font: inherit; padding: 0.625rem 0.75rem; border: 1px solid #8a8577; border-radius: 0.5rem; }
button { background: var(--leaf); color: #fff; border-color: var(--leaf); font-weight: 600; min-height: 2.75rem; }
form.search button { align-self: end; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
:focus-visible { outline: 3px solid var(--sun); outline-offset: 2px; }
`

/** Hills, a river and a sun: the arms of a region that is not on any map. */
export const emblem = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
<rect width="48" height="48" rx="10" fill="#eaf3ee"/><circle cx="34" cy="14" r="6" fill="#f2c14e"/>
<path d="M4 34 17 16l9 11 6-6 12 13z" fill="#2f6b57"/>
<path d="M4 38c7-4 13 3 20 0s13-3 20 0" fill="none" stroke="#3c87a8" stroke-width="4" stroke-linecap="round"/></svg>`
