// Keys for those who are at the desk all day. One key alone must not act for whoever dictates: they can be turned off.
const silent = 'doleances-raccourcis'
const areOff = () => attempt(() => localStorage.getItem(silent)) === 'non'
const patience = 1500
let led = -patience

const isTyping = target => target.closest?.('input, textarea, select, [contenteditable], dialog[open]') !== null
const go = key => [...document.querySelectorAll('[data-go]')].find(link => link.dataset.go === key)?.click()
const lines = () => [...document.querySelectorAll('main tbody tr')].map(line => line.querySelector('a[href]')).filter(Boolean)

function step(by) {
  const all = lines()
  const now = all.findIndex(link => link.closest('tr').contains(document.activeElement))
  const next = now < 0 ? (by > 0 ? 0 : all.length - 1) : now + by
  all[next]?.focus()
}

// The list of the page, over the one where one is.
function list() {
  const link = document.querySelector('[data-go="?"]')
  if (!link || document.querySelector('#raccourcis')) return
  const request = new XMLHttpRequest()
  request.open('GET', link.getAttribute('href'))
  request.responseType = 'document'
  request.onerror = () => link.click()
  request.onload = () => {
    const found = request.response?.querySelector('#raccourcis')
    if (!found) return link.click()
    const dialog = document.createElement('dialog')
    dialog.setAttribute('aria-labelledby', 'raccourcis-titre')
    dialog.append(document.adoptNode(found))
    const close = dialog.querySelector('[data-part="close"]')
    close.hidden = false
    close.addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => dialog.remove())
    document.body.append(dialog)
    dialog.showModal()
  }
  request.send()
}

const acts = {
  '/': () => document.querySelector('main input[type="search"], input[type="search"]')?.focus(),
  '?': list,
  j: () => step(1),
  k: () => step(-1),
  o: () => lines().find(link => link.closest('tr').contains(document.activeElement))?.click(),
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || areOff() || isTyping(event.target)) return
  const follows = event.timeStamp - led < patience
  led = -patience
  const act = follows ? () => go(event.key) : acts[event.key]
  if (!follows && event.key === 'g') led = event.timeStamp
  if (!act || (follows && event.key === 'Shift')) return
  event.preventDefault()
  act()
})

function offerChoice() {
  const box = document.querySelector('#raccourcis-actifs')
  if (!box) return
  box.closest('[hidden]')?.removeAttribute('hidden')
  document.querySelector('[data-part="scriptless"]').hidden = true
  box.checked = !areOff()
  box.addEventListener('change', () => attempt(() => {
    if (box.checked) localStorage.removeItem(silent)
    else localStorage.setItem(silent, 'non')
  }))
}
