// A letter is printed by a button too; the browser's own menu does the same.
function offerPrinting() {
  const box = document.querySelector('[data-part="print"]')
  if (!box) return
  box.hidden = false
  box.querySelector('button').addEventListener('click', () => print())
}
