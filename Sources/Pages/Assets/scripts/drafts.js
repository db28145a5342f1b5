// What is being written stays in this browser until it is sent: on the public form for a week, at a desk as long as the tab.
const prefix = 'doleances:'
const week = 7 * 24 * 3600 * 1000

// A browser may forbid its storage, or have none left: nothing is kept then, and nothing else is different.
const attempt = act => {
  try {
    return act()
  } catch {
    return null
  }
}

const isDesk = () => document.body.classList.contains('staff')
const storage = () => attempt(() => (isDesk() ? sessionStorage : localStorage))
const reader = () => document.body.dataset.reader ?? ''
const nameOf = form => `${prefix}${reader()}:${form.dataset.draft}`

const keeps = field =>
  field.id && !field.closest('.trap, .document') &&
  (isDesk() ? field.localName === 'textarea' : !['hidden', 'file', 'submit', 'button', 'fieldset'].includes(field.type))
const fields = form => [...form.elements].filter(keeps)
const isTick = field => ['checkbox', 'radio'].includes(field.type)
const valueOf = field => (isTick(field) ? (field.checked ? 'on' : '') : field.value)
const given = field => {
  if (isTick(field)) return field.defaultChecked ? 'on' : ''
  if (field.localName !== 'select') return field.defaultValue
  return ([...field.options].find(option => option.defaultSelected) ?? field.options[0])?.value ?? ''
}

const forget = name => attempt(() => storage().removeItem(name))
const read = name => {
  const kept = attempt(() => JSON.parse(storage().getItem(name)))
  if (kept?.words && kept.at + week > Date.now()) return kept.words
  forget(name)
  return {}
}
const wordsOf = form => Object.fromEntries(fields(form).map(one => [one.id, valueOf(one)]).filter(pair => pair[1]))

// What was kept and the form lacks, where nobody has touched it since it came.
const missing = form => {
  const kept = read(nameOf(form))
  return fields(form).filter(one => kept[one.id] && kept[one.id] !== valueOf(one) && valueOf(one) === given(one))
}

// What belongs to a form stands right before or after it.
const beside = (form, name) => {
  const next = form.nextElementSibling
  return [form.previousElementSibling, next, next?.nextElementSibling].find(one => one?.classList.contains(name)) ?? null
}
const panelOf = form => beside(form, 'draft')
const part = (form, name) => panelOf(form)?.querySelector(`[data-part="${name}"]`)
// Whoever has a draft erased wants none: this tab keeps none of that form any more.
const refusal = form => `doleances-sans:${nameOf(form)}`
const isRefused = form => attempt(() => sessionStorage.getItem(refusal(form))) !== null
const tell = (form, word) => {
  const told = part(form, 'told')
  if (told) told.textContent = word ? told.dataset[word] : ''
}

function save(form) {
  if (!panelOf(form) || !fields(form).length || isRefused(form)) return
  // As long as it is offered, what was written before stays beside what is written now.
  const before = part(form, 'offer').hidden ? {} : read(nameOf(form))
  const words = { ...before, ...wordsOf(form) }
  const isKept = attempt(() => {
    if (Object.keys(words).length) storage().setItem(nameOf(form), JSON.stringify({ at: Date.now(), words }))
    else storage().removeItem(nameOf(form))
    return true
  })
  panelOf(form).hidden = !isKept
  part(form, 'kept').hidden = false
  tell(form)
}

function resume(form) {
  const kept = read(nameOf(form))
  for (const field of missing(form)) {
    if (isTick(field)) field.checked = true
    else field.value = kept[field.id]
    field.closest('details')?.setAttribute('open', '')
  }
  part(form, 'offer').hidden = true
  save(form)
  tell(form, 'resumed')
  fields(form)[0].focus()
}

function erase(form) {
  forget(nameOf(form))
  attempt(() => sessionStorage.setItem(refusal(form), 'oui'))
  part(form, 'offer').hidden = true
  part(form, 'kept').hidden = true
  tell(form, 'erased')
}

function offerDrafts() {
  for (const form of document.querySelectorAll('form[data-draft]')) {
    if (!panelOf(form) || !storage() || !fields(form).length || isRefused(form)) continue
    const isOffered = missing(form).length > 0
    part(form, 'offer').hidden = !isOffered
    part(form, 'kept').hidden = isDesk() && !isOffered
    panelOf(form).hidden = isDesk() && !isOffered
    if (isOffered) form.closest('details')?.setAttribute('open', '')
  }
}

const sent = prefix + 'sent'

// At a desk the page says what was just done; on the public site it is the receipt, when one first comes to it.
function forgetSent() {
  const done = document.querySelector('[data-forget]')
  const [visit] = performance.getEntriesByType('navigation')
  if (done && visit?.type !== 'reload') forget(`${prefix}:${done.dataset.forget}`)
  if (!isDesk()) return
  const name = attempt(() => storage().getItem(sent))
  if (name && new URLSearchParams(location.search).has('fait')) forget(name)
  forget(sent)
  for (const other of attempt(() => Object.keys(storage())) ?? []) {
    if (other.startsWith(prefix) && !other.startsWith(`${prefix}${reader()}:`)) forget(other)
  }
}

document.addEventListener('input', event => {
  const form = event.target.form
  if (form?.dataset.draft && keeps(event.target)) save(form)
})

document.addEventListener('click', event => {
  const act = { resume, erase }[event.target.dataset?.draftAct]
  const panel = act && event.target.closest('.draft')
  if (panel) act([panel.previousElementSibling, panel.nextElementSibling].find(one => one?.localName === 'form'))
})

document.addEventListener('submit', event => {
  const form = event.target
  if (!isDesk()) return
  if (form.classList.contains('sign-out')) {
    for (const name of Object.keys(storage() ?? {})) if (name.startsWith(prefix)) forget(name)
  } else if (form.dataset.draft) {
    attempt(() => storage().setItem(sent, nameOf(form)))
  }
})
