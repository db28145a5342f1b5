// How far the documents of a form have gone, and a way to stop them. The page that comes is the one that the server answers.
const hasFiles = form => [...form.elements].some(field => field.type === 'file' && field.files.length)
const status = (box, words) => { box.querySelector('[role="status"]').textContent = words }

function dataOf(form, button) {
  const data = new FormData(form)
  if (button?.name) data.append(button.name, button.value)
  return data
}

// What both heads have stays: without its icon for a moment, a browser would ask for /favicon.ico.
function changeHead(next) {
  const lacks = (head, node) => ![...head.children].some(one => one.isEqualNode(node))
  for (const node of [...document.head.children]) if (lacks(next, node)) node.remove()
  for (const node of [...next.children]) if (lacks(document.head, node)) document.head.append(node)
}

// Puts a page in the place of this one, as the browser would have.
function show(answer) {
  for (const script of answer.response.querySelectorAll('script')) script.remove()
  history.replaceState({ isLeft: true }, '')
  history.pushState(null, '', answer.responseURL)
  document.documentElement.lang = answer.response.documentElement.lang
  changeHead(answer.response.head)
  document.body.replaceWith(answer.response.body)
  begin()
  const first = document.querySelector('[autofocus]') ?? document.querySelector('main h1')
  scrollTo(0, 0)
  if (!first) return
  if (!first.hasAttribute('tabindex')) first.tabIndex = -1
  first.focus()
}

// The page that one left was put aside by ours: Back asks for it anew.
addEventListener('popstate', event => { if (event.state?.isLeft) location.reload() })
if (history.state?.isLeft) history.replaceState(null, '')

function showProgress(box, loaded, total) {
  const percent = Math.floor((100 * loaded) / total)
  box.querySelector('progress').value = percent
  const words = percent < 100 ? box.dataset.going.replace('#', percent) : box.dataset.gone
  box.querySelector('.percent').textContent = words
  // Those who hear the page are told at each quarter, not at each step.
  const quarter = Math.floor(percent / 25)
  if (quarter > Number(box.dataset.quarter ?? 0)) status(box, words)
  box.dataset.quarter = quarter
}

function send(form, button, box) {
  const request = new XMLHttpRequest()
  const meter = box.querySelector('[data-part="meter"]')
  const cancel = box.querySelector('[data-part="cancel"]')
  const end = word => {
    meter.hidden = true
    cancel.removeEventListener('click', stop)
    delete form.dataset.sending
    status(box, box.dataset[word])
    if (box.contains(document.activeElement) || document.activeElement === document.body) button?.focus()
  }
  const stop = () => request.abort()
  request.open('POST', button?.getAttribute('formaction') ?? form.getAttribute('action'))
  request.responseType = 'document'
  request.upload.onprogress = step => { if (step.lengthComputable) showProgress(box, step.loaded, step.total) }
  request.onload = () => (request.response?.body ? show(request) : end('lost'))
  request.onerror = () => end('lost')
  request.onabort = () => end('cancelled')
  cancel.addEventListener('click', stop)
  form.dataset.sending = 'yes'
  box.dataset.quarter = 0
  showProgress(box, 0, 1)
  meter.hidden = false
  status(box, box.dataset.begun)
  request.send(dataOf(form, button))
}

document.addEventListener('submit', event => {
  const form = event.target
  const box = beside(form, 'sending')
  if (form.dataset.sending) event.preventDefault()
  if (event.defaultPrevented || !box || form.enctype !== 'multipart/form-data' || !hasFiles(form)) return
  event.preventDefault()
  send(form, event.submitter, box)
})
