// Shows the entries that fit what is typed, as the server does for ?q=.

const box = document.querySelector('#q')
const found = document.querySelector('#found')
const overview = document.querySelector('#overview')
const holders = document.querySelectorAll('.topic, section:has(.topic)')
const text = element => element.textContent.toLowerCase()
const entries = [...document.querySelectorAll('.topic > .entry')].map(element => {
  const head = text(element.querySelector('.head'))
  const rules = [...element.querySelectorAll('.rule')].map(rule => ({ element: rule, text: head + text(rule) }))
  return { element, head, rules, led: element.querySelector('.led') }
})

function search() {
  const query = box.value.trim()
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = told => words.every(word => told.includes(word))
  let shown = 0
  for (const { element, head, rules, led } of entries) {
    const fitting = rules.filter(rule => !(rule.element.hidden = !fits(rule.text)))
    const isNamed = fits(head)
    element.hidden = !isNamed && fitting.length === 0
    if (led) led.open = !isNamed && !element.hidden
    if (!element.hidden) shown++
  }
  for (const holder of holders) {
    holder.hidden = !holder.querySelector('.entry:not([hidden])')
    if (holder.matches('details')) holder.open = !holder.hidden && words.length > 0
  }
  overview.hidden = query !== ''
  const told = shown ? found.dataset.some : found.dataset.none
  found.textContent = query && told.replace('{some}', shown).replace('{all}', entries.length)
  history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname)
}

if (entries.length) box.oninput = search
