function begin() {
  forgetSent()
  offerDrafts()
  if (typeof offerChoice === 'function') offerChoice()
  if (typeof offerPrinting === 'function') offerPrinting()
}
begin()
// Back may show a page as it was left, its draft sent or erased meanwhile.
addEventListener('pageshow', event => { if (event.persisted) offerDrafts() })
